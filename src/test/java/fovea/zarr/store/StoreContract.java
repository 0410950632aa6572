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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import java.util.List;
import java.util.Optional;

/** What every store does, whatever keeps its values. */
public final class StoreContract {

	/** A value that stores are asked for: its bytes are their own places. */
	public static final byte[] VALUE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

	/** Texts that are no keys. */
	public static final List<String> NO_KEYS =
			List.of("../x", "a/../../x", "/etc/passwd", "a//b", "", ".", "a/.", "..\\x", "a\nb", "a\u0000");

	private StoreContract() {}

	/**
	 * @param store that has nothing under "none"
	 * @param key under which it has {@link #VALUE}
	 */
	public static void reads(final Store store, final String key) throws ImageException {
		assertArrayEquals(VALUE, store.read(key, 10).orElseThrow());
		assertThrows(ImageException.class, () -> store.read(key, 9));
		assertArrayEquals(new byte[] {3, 4}, store.read(key, 3, 2).orElseThrow());
		assertArrayEquals(new byte[] {8, 9}, store.read(key, 8, 5).orElseThrow());
		assertArrayEquals(new byte[] {8, 9}, store.read(key, -2, 2).orElseThrow());
		assertArrayEquals(new byte[] {6, 7}, store.read(key, -4, 2).orElseThrow());
		assertArrayEquals(VALUE, store.read(key, -20, 20).orElseThrow());
		assertArrayEquals(new byte[0], store.read(key, 20, 5).orElseThrow());
		assertArrayEquals(new byte[0], store.read(key, 3, 0).orElseThrow());
		assertEquals(10, store.size(key).orElseThrow());
		assertEquals(Optional.empty(), store.read("none", 10));
		assertEquals(Optional.empty(), store.read("none", 3, 2));
		assertEquals(Optional.empty(), store.read("none", -4, 4));
		assertEquals(Optional.empty(), store.read("none", 0, 0));
		assertFalse(store.exists("none"));
	}

	/** @param store that can be written, and is empty */
	public static void keeps(final Store store) throws ImageException {
		store.write("b/c/d", new byte[] {1});
		store.write("b/c/d", VALUE);
		reads(store, "b/c/d");
		store.write("b/e", new byte[0]);
		assertArrayEquals(new byte[0], store.read("b/e", 10).orElseThrow());
		assertArrayEquals(new byte[0], store.read("b/e", -4, 4).orElseThrow());
		assertEquals(0, store.size("b/e").orElseThrow());
		store.write("b/a name, with \u00e9 & more", VALUE);
		reads(store, "b/a name, with \u00e9 & more");
		store.delete("b/a name, with \u00e9 & more");
		assertEquals(List.of("b"), store.children(""));
		assertEquals(List.of("c", "e"), store.children("b"));
		assertEquals(List.of("d"), store.children("b/c"));
		assertEquals(List.of(), store.children("nothing"));
		assertEquals(Optional.empty(), store.read("b/c", 10));
		assertEquals(Optional.empty(), store.read("b/c/d/e", 10));
		store.delete("b/c/d");
		store.delete("b/c/d");
		assertFalse(store.exists("b/c/d"));
		assertTrue(store.exists("b/e"));
	}

	/** @param store any */
	public static void refusesWhatIsNoKey(final Store store) {
		for (final String key : NO_KEYS) {
			assertThrows(ImageException.class, () -> store.read(key, 10));
			assertThrows(ImageException.class, () -> store.read(key, 0, 10));
			assertThrows(ImageException.class, () -> store.write(key, VALUE));
			assertThrows(ImageException.class, () -> store.delete(key));
		}
	}
}
