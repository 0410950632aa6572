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
package fovea.teach;

import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session has taught, as it is at one moment: all that a model file is made of. Immutable.
 *
 * @param architecture of the network
 * @param weights of it, averaged
 * @param preprocessing of its images
 * @param networkClasses one for each channel that comes out, background first; one more than the drawn ones where the
 *     network knows borders
 * @param objectTraits that the model says of itself
 * @param start name of the model that it began with
 * @param options of the session
 * @param images of the session
 * @param strokes that it was taught by
 * @param updates one for each time it learned
 */
public record Lesson(
		Architecture architecture,
		WeightMap weights,
		List<Processing> preprocessing,
		List<ClassSpec> networkClasses,
		ObjectTraits objectTraits,
		Optional<String> start,
		TeachingOptions options,
		List<Image> images,
		List<Stroke> strokes,
		List<Update> updates) {

	/** Of a plane that is kept as a sample around its strokes: beyond them, in pixels. */
	private static final int MARGIN = 128;

	/** Copies the lists. */
	public Lesson {
		preprocessing = List.copyOf(preprocessing);
		networkClasses = List.copyOf(networkClasses);
		images = List.copyOf(images);
		strokes = List.copyOf(strokes);
		updates = List.copyOf(updates);
	}

	/**
	 * Some steps in a row.
	 *
	 * @param steps how many; 0 where all strokes were known already
	 * @param loss mean over them, or of what was known
	 * @param seconds that they took
	 */
	public record Update(int steps, double loss, double seconds) {}

	/**
	 * What was learned from: of each plane with strokes the part around them. A pixel that is not annotated is 0 in all
	 * classes.
	 *
	 * @return a sample for each plane with strokes
	 * @throws FoveaException if an image cannot be normalized
	 */
	public Samples samples() throws FoveaException {
		final Annotation annotation = new Annotation(strokes, options.classes().size());
		final List<Sample> samples = new ArrayList<>();
		final int channels = architecture.inputShape().channels();
		for (int i = 0; i < images.size(); i++) {
			final Image image = images.get(i);
			SeenImage seen = null;
			for (final Map.Entry<Plane, Box> painted : sorted(annotation)) {
				final Plane plane = painted.getKey();
				if (plane.image() != i) continue;
				if (seen == null) seen = new SeenImage(image, channels, preprocessing);
				final Box box = painted.getValue().grown(MARGIN, 1, image);
				final Raster input = seen.read(plane, box);
				final String name = image.size(Image.Z) * image.size(Image.T) == 1
						? image.name()
						: image.name() + " z " + (plane.z() + 1) + " t " + (plane.t() + 1);
				samples.add(new Sample(name, image.name(), input, target(annotation, plane, box)));
			}
		}
		return new Samples(samples, List.of(), networkClasses);
	}

	private static List<Map.Entry<Plane, Box>> sorted(final Annotation annotation) {
		final List<Map.Entry<Plane, Box>> all =
				new ArrayList<>(annotation.boxes().entrySet());
		all.sort((a, b) -> {
			final int byT = Integer.compare(a.getKey().t(), b.getKey().t());
			return byT != 0 ? byT : Integer.compare(a.getKey().z(), b.getKey().z());
		});
		return all;
	}

	private Raster target(final Annotation annotation, final Plane plane, final Box box) {
		final int n = networkClasses.size();
		final float[] target = new float[Math.multiplyExact(box.width() * box.height(), n)];
		for (int y = 0; y < box.height(); y++)
			for (int x = 0; x < box.width(); x++) {
				final int drawn = annotation.at(plane, box.x() + x, box.y() + y);
				if (drawn >= 0) target[(y * box.width() + x) * n + drawn] = 1;
			}
		return new Raster(box.height(), box.width(), n, target);
	}
}
