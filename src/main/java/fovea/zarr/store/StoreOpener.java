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
import fovea.text.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens what a user names: a folder, a zip, an address. Stateless. */
public final class StoreOpener {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final Pattern ADDRESS = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);
	private static final Set<String> WEB = Set.of("http", "https");

	/** Those whose stores are in a jar of their own, which may not be there. */
	private static final Map<String, String> APART = Map.of("s3", "fovea-s3");

	private StoreOpener() {}

	/**
	 * @param place any
	 * @return whether it is an address of the network and no path: whether there is something is seen when it is read
	 */
	public static boolean isAddress(final String place) {
		return scheme(place).filter(scheme -> !scheme.equals("file")).isPresent();
	}

	/**
	 * @param place any
	 * @return what may be shown of it: of an address nothing of its query, which may hold a key to it
	 */
	public static String shown(final String place) {
		return isAddress(place) ? place.strip().replaceFirst("[?#].*", "") : place;
	}

	/**
	 * @param place a folder, a .zip or .ozx file, an address that begins with http://, https:// or file:, or with what
	 *     a {@link StoreProvider} on the class path knows, such as s3://
	 * @return its store; the caller closes it
	 * @throws ImageException if it is none of these, or is not there; whether there is an address is seen when it is
	 *     read
	 */
	public static Store open(final String place) throws ImageException {
		if (isAddress(place)) return address(place.strip(), scheme(place).orElseThrow());
		final Path path = path(place);
		return Files.isRegularFile(path) ? ZipStore.open(path) : FolderStore.open(path);
	}

	private static Store address(final String place, final String scheme) throws ImageException {
		if (WEB.contains(scheme)) return HttpStore.open(place, PATIENCE);
		final List<StoreProvider> providers =
				ServiceLoader.load(StoreProvider.class, StoreProvider.class.getClassLoader()).stream()
						.map(ServiceLoader.Provider::get)
						.toList();
		for (final StoreProvider each : providers) if (each.scheme().equals(scheme)) return each.open(place);
		final String got = "got '" + Printable.name(place) + "'";
		if (APART.containsKey(scheme))
			throw new ImageException("Addresses that begin with " + scheme + ":// need the jar " + APART.get(scheme)
					+ " beside Fovea's, which is not there (see Image files, OME-Zarr, in the documentation); " + got);
		throw new ImageException("Expected a folder, a .zip, an .ozx or an address that begins with http://, https:// "
				+ "or s3://, " + got);
	}

	private static Optional<String> scheme(final String place) {
		final Matcher address = ADDRESS.matcher(place);
		return address.matches() ? Optional.of(address.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
	}

	private static Path path(final String place) throws ImageException {
		try {
			return place.startsWith("file:") ? Path.of(new URI(place)) : Path.of(place);
		} catch (final URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
			throw new ImageException("Expected a folder or a file, got '" + Printable.name(place) + "'", e);
		}
	}
}
