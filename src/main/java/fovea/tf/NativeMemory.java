package fovea.tf;

import java.lang.management.ManagementFactory;

/** How large a single tensor may become. */
final class NativeMemory {

	private static final long WHERE_UNKNOWN = 4L << 30;

	private NativeMemory() {}

	/** @return four fifths of the memory of the machine or container, in bytes: TensorFlow ends the process beyond it */
	static long limit() {
		final long total = ManagementFactory
			.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine ? machine
				.getTotalMemorySize() : WHERE_UNKNOWN;
		return total / 5 * 4;
	}
}
