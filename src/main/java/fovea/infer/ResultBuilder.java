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
package fovea.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fovea.image.AxisMapping;
import fovea.image.AxisMapping.Run;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Normalizer;
import fovea.model.ModelException;
import fovea.model.Processing;
import fovea.tile.CoreWriter;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The result as it grows, allocated when the first tile tells how many channels it has. Cores may be written by
 * several threads, since they do not overlap.
 */
final class ResultBuilder {

	private final AxisMapping mapping;
	private final TileGeometry geometry;
	private final int[] tiledAxes;
	private PlanarImg<FloatType, FloatArray> pixels;
	private CoreWriter writer;
	private int channels;

	ResultBuilder(final AxisMapping mapping, final TileGeometry geometry) {
		this.mapping = mapping;
		this.geometry = geometry;
		this.tiledAxes = mapping.tiledAxes().stream().mapToInt(Integer::intValue).toArray();
	}

	void write(final Run run, final TileRunner.Core core) throws InferenceException {
		synchronized (this) {
			if (pixels == null) allocate(core.channels());
		}
		final long[] position = new long[5];
		position[Image.Z] = run.slice();
		position[Image.T] = run.frame();
		for (int c = 0; c < channels; c++) {
			position[Image.C] = (long) run.index() * channels + c;
			writer.write(core.planar(), c * core.plane(), core.origin(), core.size(), position);
		}
	}

	private void allocate(final int outputChannels) throws InferenceException {
		channels = outputChannels;
		final long[] lengths = mapping.image().pixels().dimensionsAsLongArray();
		lengths[Image.C] = (long) mapping.groups() * channels;
		for (int d = 0; d < tiledAxes.length; d++)
			lengths[tiledAxes[d]] = (long) Math.ceil(lengths[tiledAxes[d]] * geometry.scale()[d]);
		try {
			pixels = PlanarImgs.floats(lengths);
		}
		catch (final OutOfMemoryError exc) {
			throw new InferenceException("Java memory (" + (Runtime.getRuntime().maxMemory() >> 20) +
				" MB) does not suffice for a result of " + Arrays.toString(lengths) + " 32-bit pixels", exc);
		}
		writer = new CoreWriter(pixels, tiledAxes);
	}

	/**
	 * Does the postprocessing that needs the whole output: all steps from the first that takes statistics on.
	 *
	 * @param postprocessing of the model
	 * @param scope over what statistics are taken, as those of the preprocessing were
	 */
	void finish(final List<Processing> postprocessing, final PredictionOptions.Scope scope) throws ModelException {
		final List<Processing> steps = postprocessing.subList(Normalizer.pointwisePrefix(postprocessing), postprocessing
			.size());
		if (steps.isEmpty()) return;
		final boolean whole = scope == PredictionOptions.Scope.IMAGE;
		final Set<Integer> done = new HashSet<>();
		for (final Run run : mapping.runs()) {
			if (whole && !done.add(run.index())) continue;
			final boolean allSlices = whole || mapping.tiledAxes().contains(Image.Z);
			final boolean allFrames = whole || mapping.tiledAxes().contains(Image.T);
			final List<RandomAccessibleInterval<? extends RealType<?>>> own = new ArrayList<>();
			for (int c = 0; c < channels; c++) {
				RandomAccessibleInterval<FloatType> channel = pixels;
				if (!allFrames) channel = Views.hyperSlice(channel, Image.T, run.frame());
				if (!allSlices) channel = Views.hyperSlice(channel, Image.Z, run.slice());
				own.add(Views.hyperSlice(channel, Image.C, (long) run.index() * channels + c));
			}
			final Normalizer fitted = Normalizer.fit(steps, own, whole ? mapping.wholePixels(run) : mapping.pixels(run));
			for (int t = allFrames ? 0 : run.frame(); t < (allFrames ? pixels.dimension(Image.T) : run.frame() + 1); t++)
				for (int z = allSlices ? 0 : run.slice(); z < (allSlices ? pixels.dimension(Image.Z) : run.slice() + 1); z++)
					apply(fitted, run.index(), z, t);
		}
	}

	private void apply(final Normalizer steps, final int group, final int z, final int t) {
		final int n = Math.toIntExact(pixels.dimension(Image.X) * pixels.dimension(Image.Y));
		final int first = (int) ((t * pixels.dimension(Image.Z) + z) * pixels.dimension(Image.C)) + group * channels;
		final float[] all = new float[n * channels];
		for (int c = 0; c < channels; c++)
			System.arraycopy(pixels.getPlane(first + c).getCurrentStorageArray(), 0, all, c * n, n);
		steps.apply(all, channels, n);
		for (int c = 0; c < channels; c++)
			System.arraycopy(all, c * n, pixels.getPlane(first + c).getCurrentStorageArray(), 0, n);
	}

	int channelsPerRun() {
		return channels;
	}

	Image image() {
		final Calibration c = mapping.image().calibration();
		final double scaleZ = tiledAxes.length > 2 && tiledAxes[2] == Image.Z ? geometry.scale()[2] : 1;
		final boolean rgb = mapping.image().rgb() && pixels.dimension(Image.C) == 3;
		return new Image(mapping.image().name(), pixels, new Calibration(c.x() / geometry.scale()[0], c.y() / geometry
			.scale()[1], c.z() / scaleZ, c.unit()), rgb);
	}
}
