package fovea.infer;

import java.lang.management.ManagementFactory;

/** How much native memory a run may take. */
final class MemoryBudget {

	private static final long LEAST = 256L << 20;

	private MemoryBudget() {}

	/**
	 * @param wanted bytes a user asks for, 0: automatic
	 * @return a quarter of the memory of the machine (or container); what is wanted, but at most four fifths: a
	 *         convolution that cannot be allocated would end the process
	 */
	static long of(final long wanted) {
		final long total = ManagementFactory
			.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine ? machine
				.getTotalMemorySize() : 4L << 30;
		return wanted > 0 ? Math.min(wanted, total / 5 * 4) : Math.max(LEAST, total / 4);
	}
}
