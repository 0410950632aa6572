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

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.image.AxisMapping;
import fovea.image.AxisMapping.Run;
import fovea.image.Box;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Normalizer;
import fovea.image.PixelFormat;
import fovea.infer.geometry.TileGeometry;
import fovea.infer.tile.CoreWriter;
import fovea.memory.MemoryNeed;
import fovea.model.Processing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The result as it grows, of the pixels that are wanted in the end unless a step is to follow that needs all values.
 * Cores may be written by several threads, since they do not overlap.
 */
final class ResultBuilder {

	/** Of a plane, as many are processed at once. */
	private static final int BLOCK = 1 << 16;

	private final AxisMapping mapping;
	private final TileGeometry geometry;
	private final ResultUse use;
	private final List<Processing> postprocessing;
	private final int[] tiledAxes;
	private PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> pixels;
	private CoreWriter writer;
	private int channels;

	/** @param postprocessing of the model */
	ResultBuilder(
			final AxisMapping mapping,
			final TileGeometry geometry,
			final ResultUse use,
			final List<Processing> postprocessing) {
		this.mapping = mapping;
		this.geometry = geometry;
		this.use = use;
		this.postprocessing = postprocessing;
		this.tiledAxes =
				mapping.tiledAxes().stream().mapToInt(Integer::intValue).toArray();
	}

	/** @return all of the result, in its pixels */
	private Box whole() {
		return new Box(0, 0, (int) Math.ceil(mapping.image().size(Image.X) * geometry.scale()[0]), (int)
				Math.ceil(mapping.image().size(Image.Y) * geometry.scale()[1]));
	}

	/** @return the part of it that is wanted */
	private Box wanted() {
		return use.part().isEmpty() ? whole() : use.part().get().scaled(geometry.scale()[0], geometry.scale()[1]);
	}

	/** @return the part of it that grows */
	private Box growing() {
		return lateSteps().isEmpty() ? wanted() : whole();
	}

	/**
	 * @param outputChannels of the model
	 * @return how large the result is
	 */
	private ResultSize size(final int outputChannels) {
		final long[] lengths = mapping.image().pixels().dimensionsAsLongArray();
		lengths[Image.C] = (long) mapping.groups() * outputChannels;
		for (int d = 0; d < tiledAxes.length; d++)
			lengths[tiledAxes[d]] = (long) Math.ceil(lengths[tiledAxes[d]] * geometry.scale()[d]);
		lengths[Image.X] = growing().width();
		lengths[Image.Y] = growing().height();
		return new ResultSize(lengths, outputChannels);
	}

	/** @return bytes of the result */
	long bytes(final int outputChannels) {
		final ResultSize size = size(outputChannels);
		return size.area() * size.planes() * grown().bytes();
	}

	/** @return bytes of what is made of it in the end, here and where it is used */
	long laterBytes(final int outputChannels) {
		final ResultSize size = size(outputChannels);
		final long converted =
				grown() == use.format() ? 0 : size.area() * use.format().bytes();
		return Math.max(use.later().applyAsLong(size), converted + (lateSteps().isEmpty() ? 0 : Normalizer.FITTING));
	}

	/** Those that need the whole output: all steps from the first that takes statistics on. */
	private List<Processing> lateSteps() {
		return postprocessing.subList(Normalizer.pointwisePrefix(postprocessing), postprocessing.size());
	}

	private PixelFormat grown() {
		return lateSteps().isEmpty() ? use.format() : PixelFormat.FLOAT32;
	}

	void write(final Run run, final TileRunner.Core core) throws FoveaException {
		prepare(core.channels());
		final long[] position = new long[5];
		position[Image.Z] = run.slice();
		position[Image.T] = run.frame();
		final TileRunner.Core kept = core.within(growing());
		for (int c = 0; c < channels; c++) {
			position[Image.C] = (long) run.index() * channels + c;
			writer.write(kept.planar(), c * kept.plane(), kept.origin(), kept.size(), position);
		}
	}

	/**
	 * Takes the memory for the result, once; before the first tile where it is known how many channels come out.
	 *
	 * @param outputChannels of the model
	 * @throws FoveaException if there is no room for it
	 */
	synchronized void prepare(final int outputChannels) throws FoveaException {
		if (pixels != null) return;
		final ResultSize size = size(outputChannels);
		if (size.area() > Integer.MAX_VALUE)
			throw new ImageException(RunMemory.what(mapping) + ": expected a result of at most " + Integer.MAX_VALUE
					+ " pixels in a plane, which is all that ImageJ can hold, got "
					+ size.lengths()[Image.X] + " x " + size.lengths()[Image.Y] + "; choose a part of the image");
		try {
			pixels = grown().create(size.lengths());
		} catch (final OutOfMemoryError e) {
			throw new MemoryNeed(RunMemory.what(mapping), bytes(outputChannels) + laterBytes(outputChannels)).refused();
		}
		channels = outputChannels;
		writer = new CoreWriter(pixels, grown(), tiledAxes);
	}

	/**
	 * Does the postprocessing that needs the whole output, if there is any.
	 *
	 * @param scope over what statistics are taken, as those of the preprocessing were
	 */
	void finish(final PredictionOptions.Scope scope) throws ModelException {
		final List<Processing> steps = lateSteps();
		if (steps.isEmpty()) return;
		final boolean whole = scope == PredictionOptions.Scope.IMAGE;
		final Set<Integer> done = new HashSet<>();
		for (final Run run : mapping.runs()) {
			if (whole && !done.add(run.index())) continue;
			final boolean allSlices = whole || mapping.tiledAxes().contains(Image.Z);
			final boolean allFrames = whole || mapping.tiledAxes().contains(Image.T);
			final List<RandomAccessibleInterval<? extends RealType<?>>> own = new ArrayList<>();
			for (int c = 0; c < channels; c++) {
				RandomAccessibleInterval<? extends RealType<?>> channel = pixels;
				if (!allFrames) channel = Views.hyperSlice(channel, Image.T, run.frame());
				if (!allSlices) channel = Views.hyperSlice(channel, Image.Z, run.slice());
				own.add(Views.hyperSlice(channel, Image.C, (long) run.index() * channels + c));
			}
			final Normalizer fitted =
					Normalizer.fit(steps, own, whole ? mapping.wholePixels(run) : mapping.pixels(run));
			for (int t = allFrames ? 0 : run.frame();
					t < (allFrames ? pixels.dimension(Image.T) : run.frame() + 1);
					t++)
				for (int z = allSlices ? 0 : run.slice();
						z < (allSlices ? pixels.dimension(Image.Z) : run.slice() + 1);
						z++) apply(fitted, run.index(), z, t);
		}
		if (grown() != use.format()) convert();
	}

	private void apply(final Normalizer steps, final int group, final int z, final int t) {
		final int area = Math.toIntExact(pixels.dimension(Image.X) * pixels.dimension(Image.Y));
		final int first = (int) ((t * pixels.dimension(Image.Z) + z) * pixels.dimension(Image.C)) + group * channels;
		for (int at = 0; at < area; at += BLOCK) {
			final int n = Math.min(BLOCK, area - at);
			final float[] block = new float[n * channels];
			for (int c = 0; c < channels; c++)
				System.arraycopy(pixels.getPlane(first + c).getCurrentStorageArray(), at, block, c * n, n);
			steps.apply(block, channels, n);
			for (int c = 0; c < channels; c++)
				System.arraycopy(block, c * n, pixels.getPlane(first + c).getCurrentStorageArray(), at, n);
		}
	}

	/** Plane by plane, each free before the next. */
	private void convert() {
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < pixels.numSlices(); i++) {
			final float[] values = (float[]) pixels.getPlane(i).getCurrentStorageArray();
			final Object plane = use.format().plane(values.length);
			use.format().put(values, 0, plane, 0, values.length);
			pixels.setPlane(i, null);
			planes.add(plane);
		}
		pixels = use.format().wrap(planes, pixels.dimensionsAsLongArray());
	}

	int channelsPerRun() {
		return channels;
	}

	Image image() {
		return complete()
				.crop(new Box(
						wanted().x() - growing().x(),
						wanted().y() - growing().y(),
						wanted().width(),
						wanted().height()));
	}

	private Image complete() {
		final Calibration c = mapping.image().calibration();
		final double scaleZ = tiledAxes.length > 2 && tiledAxes[2] == Image.Z ? geometry.scale()[2] : 1;
		final boolean rgb = mapping.image().rgb() && pixels.dimension(Image.C) == 3;
		return new Image(
				mapping.image().name(),
				pixels,
				new Calibration(c.x() / geometry.scale()[0], c.y() / geometry.scale()[1], c.z() / scaleZ, c.unit()),
				rgb);
	}
}
