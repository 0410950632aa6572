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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.infer.Prediction;
import fovea.infer.ProgressListener;
import fovea.infer.network.InferenceException;
import fovea.io.DataType;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.model.TensorSpec;
import fovea.segment.split.ObjectSplitter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** What a model finds whose last channel is no class, but tells how deep pixels lie in their objects. */
class DistanceChannelTest {

	private static final ObjectTraits DEEP = ObjectTraits.UNKNOWN.withDistance(true);

	private static final SegmentOptions OPTIONS =
			new SegmentOptions(0.5, 1, OptionalDouble.of(0), Splitting.AUTO, 1, false);

	/** Not to be asked: depths decide. */
	private static final ObjectSplitter NEVER = (foreground, interior, width) -> {
		throw new AssertionError("taken apart by shape");
	};

	private static final List<String> BORDERED = List.of("background", "cell", "border");

	/** Two objects of three pixels without a border between, and one behind a border; background. */
	private static final float[][] ROW = {
		{0, 0, 0, 0, 0, 0, 0.1f, 0, 1}, // background
		{1, 1, 1, 1, 1, 1, 0.2f, 1, 0}, // cell
		{0, 0, 0, 0, 0, 0, 0.7f, 0, 0}, // border
		{0.4f, 1.2f, 0.4f, 0.5f, 1, 0.5f, 0.6f, 0.7f, -0.1f} // distance
	};

	private static Prediction prediction(final int perRun, final float[]... channels) {
		final PlanarImg<FloatType, FloatArray> img = PlanarImgs.floats(channels[0].length, 1, channels.length, 1, 1);
		for (int c = 0; c < channels.length; c++)
			System.arraycopy(channels[c], 0, img.getPlane(c).getCurrentStorageArray(), 0, channels[c].length);
		return new Prediction(new Image("p", img, Calibration.PIXELS, false), perRun, List.of());
	}

	private static Reduction reduction(
			final int width,
			final int channels,
			final List<String> classes,
			final SegmentOptions options,
			final ObjectTraits traits,
			final Sights sights) {
		final Image source =
				new Image("row", PlanarImgs.unsignedBytes(width, 1, channels, 1, 1), Calibration.PIXELS, false);
		final TensorSpec output = new TensorSpec(
				"y",
				"",
				DataType.FLOAT32,
				List.of(
						AxisSpec.of(AxisType.Y, new AxisSize.Unknown()),
						AxisSpec.of(AxisType.X, new AxisSize.Unknown()),
						AxisSpec.of(AxisType.CHANNEL, new AxisSize.Unknown())),
				List.of(),
				Optional.empty());
		return new Reduction(
				source,
				output,
				new Classes(ClassSpec.named(classes), List.of()),
				traits,
				List.of(),
				options,
				NEVER,
				sights);
	}

	private static Segmentation segment(final Prediction prediction, final SegmentOptions options)
			throws FoveaException {
		return reduction(prediction.image().size(Image.X), 1, BORDERED, options, DEEP, Sights.PASSING)
				.reduce(prediction, ProgressListener.NONE);
	}

	private static String labels(final Segmentation found) {
		final StringBuilder text = new StringBuilder();
		for (final IntType label : Views.flatIterable(found.labels())) text.append(label.get());
		return text.toString();
	}

	@Test
	void objectsBeginWherePixelsLieDeepest() throws FoveaException {
		final Segmentation found = segment(prediction(4, ROW), OPTIONS);
		assertEquals("111222330", labels(found));
		assertEquals(
				List.of("background", "cell"),
				found.classes().stream().map(ClassSpec::name).toList());
		assertEquals(List.of(), found.warnings(), "a distance beyond 0 and 1 is no fault");
	}

	@Test
	void whatIsNotToBeTakenApartIsNot() throws FoveaException {
		assertEquals("111111110", labels(segment(prediction(4, ROW), OPTIONS.withSplitting(Splitting.NEVER))));
	}

	/** The other channels alone would say that all of it is one object. */
	@Test
	void withoutTheDescriptionTheSameOutputIsFourClasses() throws FoveaException {
		final Segmentation found = reduction(
						9,
						1,
						List.of("background", "cell", "border", "other"),
						OPTIONS,
						ObjectTraits.UNKNOWN,
						Sights.PASSING)
				.reduce(prediction(4, ROW), ProgressListener.NONE);
		assertEquals(4, found.classes().size());
	}

	@Test
	void probabilitiesAreThoseOfTheClasses() throws FoveaException {
		final Segmentation found = segment(prediction(4, ROW), OPTIONS.withProbabilities(true));
		final Image kept = found.probabilities().orElseThrow();
		assertEquals(3, kept.size(Image.C));
		final float[] row = new float[9];
		for (int c = 0; c < 3; c++) {
			new PlaneReader(kept).read(c, 0, 0, 0, 1, row);
			assertArrayEquals(ROW[c], row, "channel " + c);
		}
	}

	@Test
	void aModelMayTellADistanceWithoutBorders() throws FoveaException {
		final Segmentation found = reduction(9, 1, List.of("background", "cell"), OPTIONS, DEEP, Sights.PASSING)
				.reduce(prediction(3, ROW[0], ROW[1], ROW[3]), ProgressListener.NONE);
		assertEquals("111222030", labels(found));
		final Segmentation single = reduction(9, 1, List.of("background", "cell"), OPTIONS, DEEP, Sights.PASSING)
				.reduce(prediction(2, ROW[1], ROW[3]), ProgressListener.NONE);
		assertEquals("111222030", labels(single));
	}

	@Test
	void eachRunOverAChannelHasItsOwn() throws FoveaException {
		final float[] near = {0.9f, 1, 0.9f, 0.9f, 1, 0.9f, 0.6f, 0.7f, 0};
		final Segmentation found = reduction(9, 2, BORDERED, OPTIONS.withProbabilities(true), DEEP, Sights.PASSING)
				.reduce(
						prediction(4, ROW[0], ROW[1], ROW[2], ROW[3], ROW[0], ROW[1], ROW[2], near),
						ProgressListener.NONE);
		assertEquals("111222330" + "444444450", labels(found));
		assertEquals(6, found.probabilities().orElseThrow().size(Image.C));
	}

	@Test
	void whatIsKeptForAPreviewIsDecidedInTheSameWay() throws FoveaException {
		final KeptSights kept = new KeptSights();
		final Prediction prediction = prediction(4, ROW);
		for (final double threshold : new double[] {0.5, 0.95, 0.5}) {
			final SegmentOptions options = OPTIONS.withThreshold(threshold);
			assertEquals(
					labels(segment(prediction(4, ROW), options)),
					labels(reduction(9, 1, BORDERED, options, DEEP, kept).reduce(prediction, ProgressListener.NONE)),
					"threshold " + threshold);
		}
	}

	/** Seen twice as large, the objects come back to the image's pixels. */
	@Test
	void atAnotherScaleObjectsAreTakenApartWhereTheNetworkSawThem() throws FoveaException {
		final float[][] twice = new float[4][36];
		for (int c = 0; c < 4; c++) for (int i = 0; i < 36; i++) twice[c][i] = ROW[c][i % 18 / 2];
		final PlanarImg<FloatType, FloatArray> img = PlanarImgs.floats(18, 2, 4, 1, 1);
		for (int c = 0; c < 4; c++)
			System.arraycopy(twice[c], 0, img.getPlane(c).getCurrentStorageArray(), 0, 36);
		final Segmentation found = reduction(9, 1, BORDERED, OPTIONS.withScale(2), DEEP, Sights.PASSING)
				.reduce(
						new Prediction(new Image("p", img, Calibration.PIXELS, false), 4, List.of()),
						ProgressListener.NONE);
		assertEquals("111222230", labels(found));
	}

	@Test
	void anOutputOfTheDistanceAloneIsRefused() {
		final String message = assertThrows(
						InferenceException.class, () -> segment(prediction(1, new float[9]), OPTIONS))
				.getMessage();
		assertTrue(message.contains("one more for the distance"), message);
	}
}
