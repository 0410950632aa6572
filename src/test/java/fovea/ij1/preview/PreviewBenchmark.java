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
package fovea.ij1.preview;

import fovea.ij1.ImagePlusImages;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import fovea.segment.LiveSegmenter;
import fovea.segment.LiveSegmenter.Part;
import fovea.segment.SegmentOptions;
import fovea.tf.SavedModelLoader;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a move of the threshold, or of the minimum size, to new outlines on the image, once the network has run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class PreviewBenchmark {

	/** Of the image, in pixels. 2048: about 2,000 nuclei. */
	@Param({"1024", "2048"})
	public int edge;

	private LoadedModel model;
	private LiveSegmenter live;
	private OutlinePreview outlines;
	private View view;
	private int move;

	/** Samples side by side, mirrored so that nuclei on their edges stay whole. */
	private static ImagePlus mosaic(final int edge) {
		final ImageProcessor[] tiles = {
			IJ.openImage("samples/nuclei-touching.png").getProcessor(),
			IJ.openImage("samples/nuclei-culture.png").getProcessor()
		};
		final int size = 280;
		final ByteProcessor mosaic = new ByteProcessor(edge, edge);
		for (int y = 0; y < edge; y++)
			for (int x = 0; x < edge; x++) {
				final int column = x / size;
				final int row = y / size;
				final int inX = column % 2 == 0 ? x % size : size - 1 - x % size;
				final int inY = row % 2 == 0 ? y % size : size - 1 - y % size;
				mosaic.set(x, y, tiles[(column / 2 + row / 2) % 3 == 0 ? 1 : 0].get(inX, inY));
			}
		return new ImagePlus("mosaic", mosaic);
	}

	/** Runs the network. */
	@Setup(Level.Trial)
	public void setup() throws Exception {
		final ImagePlus image = mosaic(edge);
		model = LoadedModel.open(new ModelLibrary().open("nuclei"), new SavedModelLoader(), ModelOptions.DEFAULT);
		final Image pixels = ImagePlusImages.wrap(image);
		live = new LiveSegmenter(model, PredictionOptions.DEFAULT, pixels, 0, 0);
		outlines = new OutlinePreview(image);
		view = new View(Box.of(pixels), 1, 1, 1);
		System.out.println(show(SegmentOptions.DEFAULT) + " nuclei");
	}

	/** Frees the network. */
	@TearDown(Level.Trial)
	public void tearDown() {
		model.close();
	}

	private int show(final SegmentOptions options) throws Exception {
		final Part part = live.segment(view.box(), options, ProgressListener.NONE);
		final boolean[] all = new boolean[part.found().objects().size() + 1];
		Arrays.fill(all, true);
		return outlines.show(part, all, view);
	}

	/** Another threshold each time. */
	@Benchmark
	public int threshold() throws Exception {
		return show(SegmentOptions.DEFAULT.withThreshold(0.3 + 0.01 * (move++ % 50)));
	}

	/** Another minimum size each time. */
	@Benchmark
	public int minimumSize() throws Exception {
		return show(SegmentOptions.DEFAULT.withMinSize(10 + move++ % 100));
	}
}
