package fovea.segment;

import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Planes of class indices as networks give them: noise, stripes, blobs, with few and with many classes. */
public final class RandomPlanes extends DomainContextBase {

	/**
	 * @param width in pixels
	 * @param classes row by row
	 */
	public record Plane(int width, byte[] classes) {

		@Override
		public String toString() {
			final StringBuilder text = new StringBuilder();
			for (int p = 0; p < classes.length; p++)
				text.append(p % width == 0 ? "\n" : "").append(classes[p] == 0 ? "." : String.valueOf(classes[p] & 0xff));
			return text.toString();
		}
	}

	/** @return sides of 1 to 24 pixels, 1 to 3 classes beside background, any density, more or less clumped */
	@Provide
	public Arbitrary<Plane> planes() {
		return Combinators.combine(Arbitraries.integers().between(1, 24), Arbitraries.integers().between(1, 24), //
			Arbitraries.integers().between(1, 3), Arbitraries.doubles().between(0, 1), //
			Arbitraries.integers().between(0, 3), Arbitraries.longs()).as(RandomPlanes::plane);
	}

	private static Plane plane(final int width, final int height, final int classes, final double density,
		final int clumping, final long seed)
	{
		final Random random = new Random(seed);
		final byte[] plane = new byte[width * height];
		for (int p = 0; p < plane.length; p++)
			plane[p] = random.nextDouble() < density ? (byte) (1 + random.nextInt(classes)) : 0;
		for (int i = 0; i < clumping * plane.length; i++) {
			final int p = random.nextInt(plane.length);
			final int q = random.nextBoolean() ? p - 1 : p - width;
			if (q >= 0) plane[p] = plane[q];
		}
		return new Plane(width, plane);
	}
}
