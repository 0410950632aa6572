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
package fovea.evaluate;

import fovea.base.CancelledException;
import fovea.data.MaskReading;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.segment.ObjectFinder;
import fovea.segment.SegmentOptions;
import fovea.segment.Segmenter;
import fovea.segment.split.ObjectSplitter;
import fovea.segment.split.ShapeSplitter;
import fovea.train.Baselines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Ways from an image to classes and objects. Stateless. */
public final class SegmentationMethods {

	private SegmentationMethods() {}

	/**
	 * @param model stays open
	 * @param options how to run it
	 * @param segment how its output becomes objects
	 * @param reading of the masks that it is to be compared with
	 * @return what the model finds, exactly as {@link Segmenter} gives it
	 */
	public static Method<List<LabeledPlane>> model(
			final LoadedModel model,
			final PredictionOptions options,
			final SegmentOptions segment,
			final MaskReading reading) {
		final Segmenter segmenter = new Segmenter(model, options, segment);
		return new Method<>(
				model.spec().name(),
				"",
				(image, listener) -> LabeledPlane.of(segmenter.segment(image, listener), reading));
	}

	/**
	 * @param reading what the pixels of the images mean, which are results that were made before
	 * @return what they say
	 */
	public static Method<List<LabeledPlane>> masks(final MaskReading reading) {
		return new Method<>("image as it is", "", (image, listener) -> {
			final List<LabeledPlane> planes = new ArrayList<>();
			for (final Raster plane : Raster.planesOf(image))
				planes.add(LabeledPlane.ofMask(plane, reading, image.name(), listener));
			return planes;
		});
	}

	/**
	 * @param minSize objects of fewer pixels are left out
	 * @return Otsu's threshold for each plane, for bright objects and for dark ones, with touching objects together and
	 *     taken apart
	 */
	public static List<Method<List<LabeledPlane>>> otsu(final int minSize) {
		return otsu(minSize, new ShapeSplitter());
	}

	static List<Method<List<LabeledPlane>>> otsu(final int minSize, final ObjectSplitter splitter) {
		final List<Method<List<LabeledPlane>>> methods = new ArrayList<>();
		for (final boolean bright : new boolean[] {true, false}) {
			final String objects = bright ? "bright objects" : "dark objects";
			methods.add(otsu(objects, bright, width -> new ObjectFinder(width, minSize)));
			methods.add(otsu(objects + ", split", bright, width -> new ObjectFinder(width, minSize, splitter)));
		}
		return methods;
	}

	private static Method<List<LabeledPlane>> otsu(
			final String setting, final boolean bright, final IntFunction<ObjectFinder> finder) {
		return new Method<>("Otsu's threshold", setting, (image, listener) -> {
			final List<LabeledPlane> planes = new ArrayList<>();
			for (final Raster plane : Raster.planesOf(image)) {
				if (listener.isCancelled()) throw new CancelledException();
				final boolean[] above = Baselines.aboveOtsu(plane);
				final int[] classes = new int[above.length];
				for (int i = 0; i < classes.length; i++) classes[i] = above[i] == bright ? 1 : 0;
				planes.add(LabeledPlane.ofClasses(classes, plane.width(), finder.apply(plane.width())));
			}
			return planes;
		});
	}
}
