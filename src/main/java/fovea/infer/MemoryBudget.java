package fovea.infer;

import java.lang.management.ManagementFactory;

/** How much native memory a run may take. */
final class MemoryBudget {

	private static final long LEAST = 256L << 20;

	private MemoryBudget() {}

	/** @return a quarter of the memory of the machine (or container), at least 256 MiB */
	static long automatic() {
		if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine)
			return Math.max(LEAST, machine.getTotalMemorySize() / 4);
		return 1L << 30;
	}
}
