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
package fovea.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Solids cut into planes, and how well their sections are linked. */
final class LinkedShapes {

	static final int SIDE = 96;

	/** What a solid is at a point relative to its center; radius is the largest one. */
	interface Solid {
		boolean has(double x, double y, double z);
	}

	/** Sections as the truth has them: number of the solid at each pixel. */
	private final int[][] planes;

	/** Of how many pixels sections are moved in x and in y, the standard deviation; 0: outlines are exact. */
	private final double moved;

	private final Random moves = new Random(0);

	private LinkedShapes(final int slices, final double moved) {
		planes = new int[slices][SIDE * SIDE];
		this.moved = moved;
	}

	/** Wrong links and links that are missing. */
	record Figures(int solids, int cut, int merged) {
		Figures plus(final Figures other) {
			return new Figures(solids + other.solids, cut + other.cut, merged + other.merged);
		}
	}

	/**
	 * @param spacing of the slices, in pixels
	 * @param moved by how much sections are moved in x and y, in pixels
	 */
	static LinkedShapes spheres(final Random random, final double spacing, final double moved) {
		final LinkedShapes shapes = new LinkedShapes((int) (SIDE / spacing), moved);
		final List<double[]> placed = new ArrayList<>();
		for (int attempt = 0; attempt < 4000; attempt++) {
			final double r = 4 + 8 * random.nextDouble();
			final double[] center = {at(random), at(random), at(random), r};
			if (!placed.isEmpty() && random.nextInt(4) > 0) { // touches one that is there
				final double[] other = placed.get(random.nextInt(placed.size()));
				final double[] way = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
				final double length = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
				for (int i = 0; i < 3; i++) center[i] = other[i] + way[i] / length * (r + other[3]);
			}
			boolean free = true;
			for (int i = 0; i < 3; i++) free &= center[i] > r && center[i] < SIDE - r;
			for (final double[] o : placed)
				free &= Math.hypot(Math.hypot(o[0] - center[0], o[1] - center[1]), o[2] - center[2])
						>= (r + o[3]) * 0.9999;
			if (!free) continue;
			placed.add(center);
			shapes.put(placed.size(), center, spacing, r, (x, y, z) -> x * x + y * y + z * z <= r * r);
		}
		return shapes;
	}

	static LinkedShapes ellipsoids(final Random random, final double spacing, final double moved) {
		return alone(random, spacing, moved, () -> {
			final double a = 4 + 14 * random.nextDouble();
			final double b = 4 + 14 * random.nextDouble();
			final double c = 4 + 14 * random.nextDouble();
			final double tilt = random.nextDouble() * Math.PI;
			return (x, y, z) -> {
				final double u = x * Math.cos(tilt) - z * Math.sin(tilt);
				final double w = x * Math.sin(tilt) + z * Math.cos(tilt);
				return u * u / a / a + y * y / b / b + w * w / c / c <= 1;
			};
		});
	}

	/** @param degrees from the z axis */
	static LinkedShapes cylinders(final Random random, final double spacing, final double moved, final double degrees) {
		return alone(random, spacing, moved, () -> {
			final double r = 4 + 4 * random.nextDouble();
			final double tilt = Math.toRadians(degrees);
			return (x, y, z) -> {
				final double u = x * Math.cos(tilt) - z * Math.sin(tilt);
				final double w = x * Math.sin(tilt) + z * Math.cos(tilt);
				return u * u + y * y <= r * r && Math.abs(w) <= 18;
			};
		});
	}

	private static LinkedShapes alone(
			final Random random, final double spacing, final double moved, final Supplier<Solid> some) {
		final LinkedShapes shapes = new LinkedShapes((int) (SIDE / spacing), moved);
		int number = 0;
		for (int i = 0; i < 8; i++) // one in each corner of the cube
		shapes.put(
					++number,
					new double[] {
						24 + 48 * (i & 1) + random.nextDouble(),
						24 + 48 * (i >> 1 & 1) + random.nextDouble(),
						24 + 48 * (i >> 2) + random.nextDouble()
					},
					spacing,
					22,
					some.get());
		return shapes;
	}

	private static double at(final Random random) {
		return SIDE * random.nextDouble();
	}

	private void put(final int number, final double[] center, final double spacing, final double r, final Solid solid) {
		for (int k = 0; k < planes.length; k++) {
			final double z = k * spacing - center[2];
			if (Math.abs(z) > r) continue;
			final double dx = moved == 0 ? 0 : moved * moves.nextGaussian();
			final double dy = moved == 0 ? 0 : moved * moves.nextGaussian();
			int pixels = 0;
			for (int pass = 0; pass < 2; pass++) {
				if (pass == 1 && pixels < 5) break; // a minimum size, as models have
				for (int i = 0; i < SIDE * SIDE; i++)
					if (solid.has(i % SIDE - center[0] - dx, i / SIDE - center[1] - dy, z)) {
						if (pass == 0) pixels++;
						else planes[k][i] = number;
					}
			}
		}
	}

	/** Links are made by these bounds; sections of a solid, each once, of a chain. */
	Figures figures(final double iou, final double cover) {
		int next = 0;
		Map<Integer, Integer> before = new HashMap<>();
		final Map<Integer, Set<Integer>> chains = new HashMap<>(); // of a solid
		final Map<Integer, Set<Integer>> solids = new HashMap<>(); // of a chain
		for (int k = 0; k < planes.length; k++) {
			final Map<Integer, Integer> now = new HashMap<>();
			if (k > 0) {
				final Map<Integer, Long> a = sizes(planes[k - 1]);
				final Map<Integer, Long> b = sizes(planes[k]);
				for (final PlanePairs.Pair pair :
						PlanePairs.of(planes[k - 1], planes[k], a::get, b::get, (one, other) -> true, iou, cover))
					now.put(pair.other(), before.get(pair.one()));
			}
			for (final int solid : sizes(planes[k]).keySet()) {
				if (!now.containsKey(solid)) now.put(solid, ++next);
				chains.computeIfAbsent(solid, s -> new HashSet<>()).add(now.get(solid));
				solids.computeIfAbsent(now.get(solid), s -> new HashSet<>()).add(solid);
			}
			before = now;
		}
		return new Figures(
				chains.size(),
				(int) chains.values().stream().filter(c -> c.size() > 1).count(),
				(int) solids.values().stream().filter(s -> s.size() > 1).count());
	}

	private static Map<Integer, Long> sizes(final int[] plane) {
		final Map<Integer, Long> sizes = new HashMap<>();
		for (final int label : plane) if (label != 0) sizes.merge(label, 1L, Long::sum);
		return sizes;
	}

	/** Prints the tables of docs/evaluation.md. */
	public static void main(final String[] args) {
		final double[][] rules = {{0.25, 2}, {0.1, 2}, {0.01, 2}, {0.25, 0.9}, {0.25, 0.75}, {0.25, 0.5}, {2, 0.5}};
		for (final double moved : new double[] {0, 0.5, 1})
			for (final double spacing : new double[] {1, 2, 4})
				for (final String shape : List.of("spheres", "ellipsoids", "cylinders 30", "cylinders 60"))
					System.out.println(line(shape, spacing, moved, rules));
	}

	private static String line(final String shape, final double spacing, final double moved, final double[][] rules) {
		final List<LinkedShapes> all = new ArrayList<>();
		for (int seed = 0; seed < 10; seed++) all.add(of(shape, new Random(seed), spacing, moved));
		final StringBuilder line = new StringBuilder("moved " + moved + " spacing " + spacing + " " + shape + ":");
		for (final double[] rule : rules) {
			Figures sum = new Figures(0, 0, 0);
			for (final LinkedShapes s : all) sum = sum.plus(s.figures(rule[0], rule[1]));
			line.append(" | ").append(sum.solids + " " + sum.cut + " " + sum.merged);
		}
		return line.toString();
	}

	static LinkedShapes of(final String shape, final Random random, final double spacing, final double moved) {
		return switch (shape) {
			case "spheres" -> spheres(random, spacing, moved);
			case "ellipsoids" -> ellipsoids(random, spacing, moved);
			case "cylinders 30" -> cylinders(random, spacing, moved, 30);
			default -> cylinders(random, spacing, moved, 60);
		};
	}
}
