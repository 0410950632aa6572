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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.ij1.ImagePlusImages;
import fovea.ij1.SegmentationImages;
import fovea.ij1.Selections;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a selection is what is found there in the whole image. */
@Tag("thorough")
class SelectionLawTest {

	private static List<Roi> selections() {
		final float[] x = {30, 200, 120, 60};
		final float[] y = {20, 90, 190, 230};
		return List.of(
				new Roi(40, 50, 90, 70),
				new Roi(-20, -10, 100, 120),
				new Roi(0, 0, 7, 300),
				new OvalRoi(60, 30, 120, 150),
				new EllipseRoi(40, 40, 200, 200, 0.3),
				new PolygonRoi(x, y, Roi.POLYGON),
				new PolygonRoi(new FloatPolygon(x, y), Roi.FREEROI),
				new ShapeRoi(new Roi(10, 10, 60, 60)).or(new ShapeRoi(new OvalRoi(150, 120, 80, 90))));
	}

	private static Segmentation segment(
			final LoadedModel model, final SegmentOptions options, final int orientations, final ImagePlus image)
			throws Exception {
		final Image pixels = ImagePlusImages.wrap(image);
		return new Segmenter(model, PredictionOptions.DEFAULT.withOrientations(orientations), options)
				.segment(pixels, Selections.of(image, pixels), ProgressListener.NONE);
	}

	/**
	 * @return of a new label image the objects that have more than half of their pixels in a selection, numbered anew
	 */
	private static int[] expected(final Segmentation whole, final ImagePlus image, final Roi roi) throws Exception {
		final ImageProcessor labels = SegmentationImages.labels(whole, image).getProcessor();
		final int[] all = new int[whole.objects().size() + 1];
		final int[] inside = new int[all.length];
		final int[] pixels = new int[labels.getPixelCount()];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = labels.get(i);
			all[pixels[i]]++;
			if (roi.contains(i % labels.getWidth(), i / labels.getWidth())) inside[pixels[i]]++;
		}
		int n = 0;
		inside[0] = 0;
		for (int label = 1; label < all.length; label++) inside[label] = 2 * inside[label] > all[label] ? ++n : 0;
		for (int i = 0; i < pixels.length; i++) pixels[i] = inside[pixels[i]];
		return pixels;
	}

	private static void assertLaw(
			final Segmentation whole, final Segmentation part, final ImagePlus image, final Roi roi) throws Exception {
		final int[] expected = expected(whole, image, roi);
		final ImageProcessor labels = SegmentationImages.labels(part, image).getProcessor();
		final ImageProcessor mask = SegmentationImages.mask(part, image).getProcessor();
		final ImageProcessor classes = SegmentationImages.classMap(part, image).getProcessor();
		assertEquals(image.getWidth(), labels.getWidth());
		final int[] pixels = new int[expected.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = labels.get(i);
			assertEquals(pixels[i] > 0 ? 255 : 0, mask.get(i));
			assertEquals(pixels[i] > 0, classes.get(i) > 0);
		}
		assertArrayEquals(expected, pixels, roi.toString());
		final ImageProcessor all = SegmentationImages.labels(whole, image).getProcessor();
		final int[] renumbered = new int[whole.objects().size() + 1];
		for (int i = 0; i < expected.length; i++) renumbered[all.get(i)] = expected[i];
		final List<SegmentedObject> kept = new ArrayList<>();
		for (final SegmentedObject object : whole.objects())
			if (renumbered[object.label()] > 0) kept.add(object.moved(renumbered[object.label()], 0, 0));
		assertEquals(kept.size(), part.objects().size());
		for (int i = 0; i < kept.size(); i++) {
			final SegmentedObject a = kept.get(i);
			final SegmentedObject b = part.objects().get(i);
			assertEquals(a.centroidX(), b.centroidX(), 1e-9); // a part's are counted from its corner
			assertEquals(a.centroidY(), b.centroidY(), 1e-9);
			assertEquals(a.meanProbability(), b.meanProbability(), 1e-9);
			assertEquals(
					List.of(
							a.label(),
							a.classIndex(),
							a.channel(),
							a.slice(),
							a.frame(),
							a.x(),
							a.y(),
							a.width(),
							a.height(),
							a.pixels()),
					List.of(
							b.label(),
							b.classIndex(),
							b.channel(),
							b.slice(),
							b.frame(),
							b.x(),
							b.y(),
							b.width(),
							b.height(),
							b.pixels()));
		}
	}

	@ParameterizedTest
	@CsvSource({
		"nuclei, samples/nuclei-touching.png, 1",
		"nuclei, samples/nuclei-tissue.png, 2",
		"blobs-threshold, samples/blobs.tif, 1"
	})
	void aSelectionHasTheObjectsOfTheWholeImage(final String name, final String file, final int orientations)
			throws Exception {
		final ImagePlus image = IJ.openImage(file);
		try (LoadedModel model =
				LoadedModel.open(new ModelLibrary().open(name), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			final Segmentation whole = segment(model, SegmentOptions.DEFAULT, orientations, image);
			int found = 0;
			for (final Roi roi : selections()) {
				image.setRoi(roi);
				final Segmentation part = segment(model, SegmentOptions.DEFAULT, orientations, image);
				assertLaw(whole, part, image, roi);
				assertTrue(part.objects().size() < whole.objects().size());
				found += part.objects().size();
			}
			assertTrue(found > 20, found + " objects");
		}
	}

	/**
	 * Larger than what is computed of it; a bar crosses the edge of the first window that is tried, so that a larger
	 * one is.
	 */
	@ParameterizedTest
	@CsvSource({"1", "2", "0.5", "1.3"})
	void ofALargeImageOnlyAPartIsComputed(final double scale) throws Exception {
		final ImageProcessor blobs = IJ.openImage("samples/blobs.tif").getProcessor();
		final ImagePlus image = IJ.createImage("large", "8-bit black", 1600, 1408, 1);
		for (int y = 0; y < 1408; y += 254)
			for (int x = 0; x < 1600; x += 256) image.getProcessor().insert(blobs, x, y);
		image.getProcessor().setColor(255);
		image.getProcessor().fillRect(1000, 700, 500, 12);
		try (LoadedModel model = LoadedModel.open(
				new ModelLibrary().open("blobs-threshold"), new SavedModelLoader(), ModelOptions.DEFAULT)) {
			final SegmentOptions options =
					SegmentOptions.DEFAULT.withScale(scale).withProbabilities(true);
			final Segmentation whole = segment(model, options, 1, image);
			for (final Roi roi : List.of(new Roi(900, 640, 200, 140), new OvalRoi(1500, 1300, 200, 200))) {
				image.setRoi(roi);
				final Segmentation part = segment(model, options, 1, image);
				assertLaw(whole, part, image, roi);
				assertTrue(part.objects().size() > 3, part.objects().size() + " objects");
				final ImageProcessor all = SegmentationImages.probabilities(whole, image)
						.getStack()
						.getProcessor(2);
				final ImageProcessor some =
						SegmentationImages.probabilities(part, image).getStack().getProcessor(2);
				final Rectangle box = roi.getBounds().intersection(new Rectangle(1600, 1408));
				for (int i = 0; i < all.getPixelCount(); i++)
					assertEquals(box.contains(i % 1600, i / 1600) ? all.getf(i) : Float.NaN, some.getf(i));
			}
		}
	}

	@Test
	void windowsKeepToTheGridOfTheScale() throws Exception {
		final Image image = ImagePlusImages.wrap(IJ.createImage("large", "8-bit black", 3001, 2000, 1));
		final Window window = Window.around(new fovea.image.Box(1000, 900, 10, 10), image);
		assertEquals(new fovea.image.Box(704, 640, 576, 576), window.box());
		assertTrue(Window.fits(window.box(), image, 2));
		assertEquals(false, Window.fits(window.box(), image, 0.5)); // half of 3001
		assertTrue(Window.fits(fovea.image.Box.of(image), image, 0.5));
		assertEquals(new fovea.image.Box(448, 384, 1088, 1088), window.larger().box());
	}
}
