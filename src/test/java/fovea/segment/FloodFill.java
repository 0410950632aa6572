package fovea.segment;

import java.util.ArrayDeque;
import java.util.Deque;

/** The slow and obvious way to label components, to compare with. */
final class FloodFill {

	private FloodFill() {}

	static int[] label(final byte[] classes, final int width) {
		final int[] labels = new int[classes.length];
		int count = 0;
		for (int start = 0; start < classes.length; start++) {
			if (classes[start] == 0 || labels[start] != 0) continue;
			count++;
			final Deque<Integer> open = new ArrayDeque<>();
			open.add(start);
			labels[start] = count;
			while (!open.isEmpty()) {
				final int p = open.pop();
				for (int dy = -1; dy <= 1; dy++)
					for (int dx = -1; dx <= 1; dx++) {
						final int x = p % width + dx;
						final int y = p / width + dy;
						if (x < 0 || y < 0 || x >= width || y >= classes.length / width) continue;
						final int q = y * width + x;
						if (labels[q] != 0 || classes[q] != classes[start]) continue;
						labels[q] = count;
						open.push(q);
					}
			}
		}
		return labels;
	}
}
