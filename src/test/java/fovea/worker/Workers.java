package fovea.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Workers of these tests. */
final class Workers {

	private Workers() {}

	/** @return settings with this JVM's class path */
	static WorkerSettings settings() {
		final List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
			.toList();
		return WorkerSettings.of(classPath);
	}
}
