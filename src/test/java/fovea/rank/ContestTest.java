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
package fovea.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.selfscore.BlindGrid;
import fovea.selfscore.ClassicDenoiser;
import fovea.selfscore.NoiseCorrelation;
import fovea.selfscore.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContestTest {

	private static final long SIGHT = 600 * 100;

	@Test
	void sightsCoverAllOfTheImageWithAllFourGrids() {
		final Image image = image(500, 300, 2, 3);
		final List<Sight> sights = Sights.of(image, Box.of(image), SIGHT);
		final Set<String> places = new HashSet<>();
		final Set<String> grids = new HashSet<>();
		final boolean[] seen = new boolean[500 * 300 * 6];
		for (final Sight sight : sights) {
			places.add(sight.slice() + " " + sight.frame() + " " + sight.box());
			grids.add(sight.slice() + " " + sight.frame() + " " + sight.box() + " " + Math.floorMod(sight.phase(), 4));
			assertTrue(sight.box().x() >= 0 && sight.box().endX() <= 500, sight.toString());
			assertTrue(sight.box().y() >= 0 && sight.box().endY() <= 300, sight.toString());
			for (int y = sight.counted().y(); y < sight.counted().endY(); y++)
				for (int x = sight.counted().x(); x < sight.counted().endX(); x++)
					seen[((sight.frame() * 2 + sight.slice()) * 300 + y) * 500 + x] = true;
		}
		for (final boolean each : seen) assertTrue(each);
		assertEquals(4 * places.size(), sights.size());
		assertEquals(sights.size(), grids.size());
		// Of the first dozen no two are of one place, and all slices and frames are among them.
		assertEquals(
				12,
				sights.subList(0, 12).stream()
						.map(s -> s.box() + " " + s.slice() + s.frame())
						.distinct()
						.count());
		assertEquals(
				6,
				sights.subList(0, 12).stream()
						.map(s -> s.slice() + " " + s.frame())
						.distinct()
						.count());
	}

	@Test
	void aSmallImageIsSeenAsAWholeFourTimes() {
		final Image image = image(60, 130, 1, 1);
		final List<Sight> sights = Sights.of(image, new Box(10, 20, 40, 100), SIGHT);
		assertEquals(4, sights.size());
		for (final Sight sight : sights) {
			assertEquals(new Box(10, 20, 40, 100), sight.counted());
			assertEquals(new Box(0, 4, 60, 126), sight.box(), "and what is around it, as far as there is an image");
		}
		assertEquals(
				4,
				sights.stream().map(s -> Math.floorMod(s.phase(), 4)).distinct().count());
	}

	@Test
	void whoIsBehindHasNoMoreTurns() throws FoveaException {
		final Image image = image(600, 600, 1, 1);
		final List<String> turns = new ArrayList<>();
		final Ranking ranking = contest(image, 10 * SIGHT, turns, says("good", 100, turns), says("bad", 110, turns))
				.run(Sights.of(image, Box.of(image), SIGHT), 255);
		assertEquals("good", ranking.best().name());
		assertEquals(Contest.FIRST, turns.stream().filter("bad"::equals).count());
		assertTrue(turns.stream().filter("good"::equals).count() >= Contest.FIRST, turns.toString());
		final Ranking.Ranked bad = ranking.of("bad").orElseThrow();
		// The noise alone, and noise with an error of 10 on top of it.
		assertEquals(100, bad.error() - ranking.best().error(), 15);
		assertTrue(ranking.isSurely(ranking.best(), bad), bad.toString());
	}

	@Test
	void networksComputeNoMorePixelsThanTheyMayAndFiltersGoOn() throws FoveaException {
		final Image image = image(600, 600, 1, 1);
		final List<String> turns = new ArrayList<>();
		final Ranking ranking = contest(image, 20 * SIGHT, turns, says("one", 102, turns), says("two", 102, turns))
				.run(Sights.of(image, Box.of(image), SIGHT), 255);
		assertTrue(turns.size() <= 20 && turns.size() >= 4, turns.toString());
		assertTrue(ranking.best(Ranking.Kind.GAUSSIAN).orElseThrow().pixels() > 40_000, ranking.toString());
	}

	@Test
	void itIsToldWhetherATrainingHelped() {
		final String own = "own";
		assertEquals(
				"the training helped: the network trained here leaves less noise than 'start' and any filter, and its "
						+ "result is taken",
				outcome(1, 1.21, 0.1, own));
		assertEquals(
				"the training did not help here: 'start' leaves as little noise, and its result is taken",
				outcome(1.2, 1, 0.1, "start"));
		assertEquals(
				"the training did not help here: 'start' leaves less noise, and its result is taken",
				outcome(1.2, 1, 0.09, "start"));
		assertEquals(
				"the network trained here leaves a little less noise than 'start', which is no sure difference, and "
						+ "its result is taken",
				outcome(1.1, 1.2, 0.1, own));
		assertEquals(
				"the training did not help here: a filter is as good as any network, and its result is taken",
				outcome(2.1, 2.2, 0.6, "filter"));
		assertEquals(
				"the training did not help here: a filter is better than any network, and its result is taken",
				outcome(3, 4, 0.4, "filter"));
		assertEquals(
				"the scores are not trustworthy here: the noise is correlated; the result is that of the network "
						+ "trained here",
				verdict(1.2, 1, 0.1, own, 0.2).choice());
	}

	@Test
	void whoHasSeenTheNoiseIsJudgedMoreStrictly() {
		final Ranking ranking = verdict(1, 1.01, 0, "own", 0).ranking();
		assertEquals(
				"own",
				new TrainedHere("own", Optional.of("start"), 400)
						.judged(ranking)
						.best()
						.name());
		assertEquals(
				"start",
				new TrainedHere("own", Optional.of("start"), 600)
						.judged(ranking)
						.best()
						.name());
	}

	private static String outcome(final double own, final double start, final double uncertainty, final String used) {
		return verdict(own, start, uncertainty, used, 0).choice();
	}

	/** The filter's error is 2. */
	private static Verdict verdict(
			final double own,
			final double start,
			final double uncertainty,
			final String used,
			final double correlation) {
		final Ranking ranking = new Ranking(
				List.of(
						new Ranking.Ranked("own", Ranking.Kind.NETWORK, own, uncertainty, 1),
						new Ranking.Ranked("start", Ranking.Kind.NETWORK, start, uncertainty, 1),
						new Ranking.Ranked("filter", Ranking.Kind.GAUSSIAN, 2, 0, 1)),
				255);
		return new Verdict(
				ranking,
				new NoiseCorrelation(correlation, 0, 0),
				Optional.of(used),
				true,
				Optional.of(new TrainedHere("own", Optional.of("start"), 0)));
	}

	@Test
	void whoFailsIsLeftOutAndTold() throws FoveaException {
		final Image image = image(160, 160, 1, 1);
		final List<String> told = new ArrayList<>();
		final Contender broken = Contender.network("broken", (hidden, sight) -> {
			throw new ModelException("no channels");
		});
		final Ranking ranking = contest(image, 1000, told, broken).run(Sights.of(image, Box.of(image), SIGHT), 255);
		assertTrue(ranking.best(Ranking.Kind.NETWORK).isEmpty());
		assertEquals("Gaussian (sigma 4)", ranking.best().name(), "of a flat image with noise");
		assertEquals(List.of("not ranked: broken: no channels"), told);
		final Contender cancelled = Contender.network("cancelled", (hidden, sight) -> {
			throw new CancelledException();
		});
		assertThrows(
				CancelledException.class,
				() -> contest(image, 1000, told, cancelled).run(Sights.of(image, Box.of(image), SIGHT), 255));
	}

	@Test
	void atHiddenPixelsFiltersAreWhatTheyAreElsewhere() {
		final Raster plane = Raster.planesOf(image(50, 38, 1, 1)).get(0);
		for (int phase = 0; phase < 4; phase++)
			for (final ClassicDenoiser filter : ClassicDenoiser.all()) {
				final BlindGrid spots = BlindGrid.of(plane, phase);
				assertArrayEquals(
						spots.errors(filter.denoise(spots.hidden())),
						spots.errors(filter.denoise(spots.hidden(), spots)),
						1e-3f,
						filter.name());
			}
	}

	@Test
	void aFilteredPartIsThatOfTheFilteredWhole() throws FoveaException {
		final Image image = image(90, 70, 2, 1);
		final Box part = new Box(30, 25, 20, 30);
		final ClassicDenoiser filter = ClassicDenoiser.gaussian(4);
		final Image whole = FilteredImage.of(image, Box.of(image), filter, ProgressListener.NONE);
		final Image some = FilteredImage.of(image, part, filter, ProgressListener.NONE);
		for (int z = 0; z < 2; z++)
			assertEquals(
					Raster.planesOf(whole).get(z).crop(25, 30, 30, 20),
					Raster.planesOf(some).get(z));
	}

	private static Contest contest(
			final Image image, final long budget, final List<String> turns, final Contender... networks) {
		final List<Contender> all = new ArrayList<>(List.of(networks));
		ClassicDenoiser.all().forEach(filter -> all.add(Contender.of(filter)));
		return new Contest(image, all, budget, turns::add);
	}

	/** Says the same of all pixels. */
	private static Contender says(final String name, final float value, final List<String> turns) {
		return Contender.network(name, (hidden, sight) -> {
			turns.add(name);
			final float[] values = new float[hidden.data().length];
			Arrays.fill(values, value);
			return hidden.withData(values);
		});
	}

	/** Flat, with noise. */
	private static Image image(final int width, final int height, final int slices, final int frames) {
		final Random random = new Random(3);
		final List<float[]> planes = new ArrayList<>();
		for (int n = 0; n < slices * frames; n++) {
			final float[] plane = new float[width * height];
			for (int i = 0; i < plane.length; i++) plane[i] = (float) (100 + 20 * random.nextGaussian());
			planes.add(plane);
		}
		return new Image(
				"flat", PixelFormat.FLOAT32.wrap(planes, width, height, 1, slices, frames), Calibration.PIXELS, false);
	}
}
