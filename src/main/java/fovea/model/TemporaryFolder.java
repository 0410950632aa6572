package fovea.model;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A private folder that is made when it is first needed and removed when this is closed, or at the
 * latest when the JVM ends. Thread-safe.
 */
final class TemporaryFolder implements AutoCloseable {

	private Path root;
	private Thread hook;

	/**
	 * @param name of a folder
	 * @return that folder inside the temporary one, new and empty
	 * @throws IOException if it cannot be made, or exists
	 */
	synchronized Path create(final String name) throws IOException {
		if (root == null) {
			root = Files.createTempDirectory("fovea-model-");
			final Path folder = root;
			hook = new Thread(() -> removeQuietly(folder), "remove " + folder);
			Runtime.getRuntime().addShutdownHook(hook);
		}
		return Files.createDirectory(root.resolve(name));
	}

	@Override
	public synchronized void close() {
		// files that are still in use (on Windows) stay, and with them the hook that tries again
		if (root == null || !removeQuietly(root)) return;
		root = null;
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException e) {
			// the JVM is ending: the hook runs, and finds nothing left to remove
			hook = null;
		}
	}

	private static boolean removeQuietly(final Path folder) {
		try {
			remove(folder);
			return true;
		}
		catch (final IOException e) {
			return !Files.exists(folder);
		}
	}

	private static void remove(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
				Files.deleteIfExists(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(final Path dir, final IOException error) throws IOException {
				if (error != null) throw error;
				Files.deleteIfExists(dir);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
