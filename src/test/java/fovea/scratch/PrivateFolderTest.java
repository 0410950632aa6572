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
package fovea.scratch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PrivateFolderTest {

	@TempDir
	Path place;

	private Path cache;

	@BeforeEach
	void name() throws IOException {
		place = place.toRealPath();
		cache = place.resolve(".javacpp-me").resolve("cache");
	}

	private static void permit(final Path path, final String permissions) throws IOException {
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
	}

	private static String permissions(final Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

	/** For another user all that is ours is a stranger's. */
	private Owners stranger() throws IOException {
		final UserPrincipal other =
				place.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
		return new Owners(other, Set.of());
	}

	@Test
	void whatIsMadeIsTheUsersAlone() throws IOException {
		assertEquals(Optional.empty(), PrivateFolder.claim(cache, 2));
		assertEquals("rwx------", permissions(cache));
		assertEquals("rwx------", permissions(cache.getParent()));
		assertEquals(Optional.empty(), PrivateFolder.claim(cache, 2), "a second time");
	}

	@ParameterizedTest
	@ValueSource(strings = {"rwxr-xr-x", "rwxrwxr-x", "rwxrwx---"})
	void whatOthersCannotWriteIsClosed(final String before) throws IOException {
		Files.createDirectories(cache);
		permit(cache, before);
		permit(cache.getParent(), before);
		assertEquals(Optional.empty(), PrivateFolder.claim(cache, 2));
		assertEquals("rwx------", permissions(cache));
		assertEquals("rwx------", permissions(cache.getParent()));
	}

	@Test
	void whatAllCouldWriteIsRefused() throws IOException {
		Files.createDirectories(cache);
		permit(cache, "rwxrwxrwx");
		assertEquals(Optional.of("others may write into " + cache), PrivateFolder.claim(cache, 2));
		permit(cache, "rwx------");
		permit(place, "rwxrwxrwx");
		assertEquals(Optional.of("others may write into " + place), PrivateFolder.claim(cache, 2), "on the way");
		assertEquals(
				Optional.of("others may write into " + place),
				PrivateFolder.objection(place.resolve("new")),
				"to be made there");
	}

	@Test
	void aStickyFolderOnTheWayIsNoneOfOthers() throws Exception {
		assertEquals(
				0, new ProcessBuilder("chmod", "1777", place.toString()).start().waitFor());
		assertEquals(Optional.empty(), PrivateFolder.claim(cache, 2));
		assertTrue(PrivateFolder.objection(place).isPresent(), "but others may write into it itself");
	}

	@Test
	void aStrangersFolderIsRefused() throws IOException {
		Files.createDirectories(cache);
		permit(cache, "rwx------");
		final Optional<String> objection = PrivateFolder.claim(cache, 2, stranger());
		assertTrue(objection.isPresent() && objection.get().contains(" belongs to "), objection.toString());
	}

	/** Only who may give files away can make this case. */
	@Test
	void whatAStrangerPutThereIsSeen() throws IOException {
		final Path inner = Files.createDirectories(cache.resolve("tensorflow.jar/linux"));
		final Path library = Files.writeString(inner.resolve("libtensorflow.so"), "x");
		permit(cache, "rwx------");
		try {
			Files.setOwner(library, stranger().user());
		} catch (final IOException e) {
			assumeTrue(false, "not root");
		}
		assertEquals(Optional.of(library + " belongs to nobody"), PrivateFolder.claim(cache, 2));
		Files.delete(library);
		Files.setOwner(cache, stranger().user());
		assertEquals(Optional.of(cache + " belongs to nobody"), PrivateFolder.claim(cache, 2));
		Files.setOwner(cache, Files.getOwner(place));
		final Path link = Files.createSymbolicLink(place.resolve("link"), cache.getParent());
		assertEquals(Optional.empty(), PrivateFolder.objection(link.resolve("cache")), "one's own link");
		assertEquals(0, chown(link));
		assertEquals(Optional.of(link + " belongs to nobody"), PrivateFolder.objection(link.resolve("cache")));
	}

	private static int chown(final Path link) throws IOException {
		try {
			return new ProcessBuilder("chown", "-h", "nobody", link.toString())
					.start()
					.waitFor();
		} catch (final InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Test
	void aLinkLeadsToWhereItLeads() throws IOException {
		final Path open = Files.createDirectories(place.resolve("open/there"));
		permit(open.getParent(), "rwxrwxrwx");
		Files.createSymbolicLink(place.resolve("link"), Path.of("open", "there"));
		assertEquals(
				Optional.of("others may write into " + open.getParent()),
				PrivateFolder.objection(place.resolve("link")));
		Files.createSymbolicLink(place.resolve("loop"), Path.of("loop"));
		try {
			PrivateFolder.objection(place.resolve("loop"));
		} catch (final IOException e) {
			return;
		}
		throw new AssertionError("a link to itself leads nowhere");
	}

	/** Where others may look in, what they may write in it counts. */
	@Test
	void aModelThatOthersMayWriteIsSeen() throws IOException {
		final Path model = Files.createDirectories(place.resolve("models/mine"));
		permit(place, "rwxr-xr-x");
		permit(model.getParent(), "rwxr-xr-x");
		assertEquals(Optional.empty(), PrivateFolder.objection(model.getParent()));
		permit(model, "rwxrwxrwx");
		assertEquals(Optional.of("others may write into " + model), PrivateFolder.objection(model.getParent()));
		permit(model.getParent(), "rwx------");
		assertEquals(Optional.empty(), PrivateFolder.objection(model.getParent()));
	}
}
