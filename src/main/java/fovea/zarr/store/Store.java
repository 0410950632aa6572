/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.zarr.store;

import fovea.base.ImageException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Values under keys such as {@code "labels/nuclei/zarr.json"}: parts between slashes, none of them empty, {@code "."}
 * or {@code ".."}, without backslashes and control characters ({@link Keys}). Values are bytes.
 *
 * <pre>{@code
 * try (Store store = StoreOpener.open("cells.zarr")) {
 * 	Optional<byte[]> metadata = store.read("zarr.json", 1 << 20);
 * }
 * }</pre>
 *
 * <p>Thread-safe: any number of threads may read and write. Two writers of one key leave the value of one of them,
 * whole. Whoever opened a store closes it; nothing may be asked of a closed one.
 *
 * <p>All methods throw {@link ImageException} with one line that names the key where a store cannot be reached, read or
 * written, and where a key is none. A key without a value is no error.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#storage">Zarr v3, storage</a>
 */
public interface Store extends AutoCloseable {

	/** @return what it is called in messages: a path or an address, without what is secret in an address */
	String name();

	/**
	 * @param key of a value
	 * @param most bytes that it may have
	 * @return all of the value; empty if there is none
	 * @throws ImageException also if it is larger
	 */
	Optional<byte[]> read(String key, int most) throws ImageException;

	/**
	 * Reads a part of a value.
	 *
	 * @param key of a value
	 * @param offset of the part's first byte, 0-based; if negative, counted from the value's end
	 * @param length in bytes, at least 0
	 * @return the part; shorter where the value ends before it does (or, with a negative offset, begins after it does);
	 *     empty if there is no value
	 */
	Optional<byte[]> read(String key, long offset, int length) throws ImageException;

	/**
	 * @param key of a value
	 * @return its length in bytes; empty if there is none
	 */
	OptionalLong size(String key) throws ImageException;

	/**
	 * @param key of a value
	 * @return whether there is one
	 */
	default boolean exists(final String key) throws ImageException {
		return size(key).isPresent();
	}

	/** @return whether {@link #children} can be asked */
	boolean canList();

	/**
	 * @param prefix a key, of which there need not be a value, or {@code ""} for the whole store
	 * @return the next part of all keys that begin with the prefix and a slash, sorted, each once
	 * @throws ImageException also if this store cannot list
	 */
	List<String> children(String prefix) throws ImageException;

	/**
	 * Writes a value, in one step: whoever reads meanwhile sees what was there before, or all of the value. Where it
	 * fails, what was there before is still there.
	 *
	 * @param key of a value, which is replaced
	 * @param value its bytes
	 * @throws ImageException also if this store is read-only
	 */
	void write(String key, byte[] value) throws ImageException;

	/**
	 * @param key of a value, which is removed; nothing happens if there is none
	 * @throws ImageException also if this store is read-only
	 */
	void delete(String key) throws ImageException;

	/** Gives back files and connections. */
	@Override
	void close() throws ImageException;
}
