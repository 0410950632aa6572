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

import fovea.image.PixelBlocks;
import fovea.image.PixelFormat;
import fovea.infer.network.FloatTensor;
import fovea.infer.tile.CoreWriter;
import fovea.infer.tile.Tile;
import fovea.io.DataType;
import fovea.tf.TensorCopies;
import java.util.concurrent.TimeUnit;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
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

/**
 * Image to tensor to image, against plain array copies of the same pixels. One operation is one tile of 4 MB in and
 * out; each way is an image-to-array and an array-to-tensor copy, so the yardstick is four array copies.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CopyBenchmark {

	/** Edge of the tile; 1024: 4 MB of floats. */
	@Param({"512", "1024"})
	public int edge;

	private PlanarImg<FloatType, FloatArray> target;
	private PrimitiveBlocks<FloatType> source;
	private float[] planar;
	private CoreWriter writer;
	private Tile tile;
	private TensorCopies copies;
	private float[] received;
	private float[][] arrays;
	private float[][] rows;

	/** Makes images of twice the edge. */
	@Setup(Level.Trial)
	public void setup() {
		final PlanarImg<FloatType, FloatArray> image = PlanarImgs.floats(2L * edge, 2L * edge, 1, 1, 1);
		target = PlanarImgs.floats(2L * edge, 2L * edge, 1, 1, 1);
		final RandomAccessibleInterval<? extends RealType<?>> plane =
				Views.hyperSlice(Views.hyperSlice(Views.hyperSlice(image, 4, 0), 3, 0), 2, 0);
		source = PixelBlocks.mirrored(plane);
		planar = new float[edge * edge];
		rows = new float[2][4 * edge * edge];
		writer = new CoreWriter(target, PixelFormat.FLOAT32, 0, 1);
		tile = new Tile(new long[] {16, 16}, new int[] {edge, edge}, new int[] {0, 0}, new int[] {edge, edge});
		copies = new TensorCopies(DataType.FLOAT32);
		received = new float[edge * edge];
		arrays = new float[5][edge * edge];
	}

	/** Frees the tensors. */
	@TearDown(Level.Trial)
	public void tearDown() {
		copies.close();
	}

	/** Image, array, tensor, array, image. */
	@Benchmark
	public float imageToTensorToImage() {
		source.copy(tile.paddedOrigin(), planar, tile.padded());
		final FloatTensor back = copies.roundTrip(new FloatTensor(new int[] {1, edge, edge, 1}, planar), received);
		writer.write(back.data(), 0, tile.origin(), tile.core(), new long[5]);
		return back.data()[0];
	}

	/** The same four copies with nothing but System.arraycopy, the first and the last in rows of an image. */
	@Benchmark
	public float fourRowCopies() {
		for (int y = 0; y < edge; y++) System.arraycopy(rows[0], (y + 16) * 2 * edge + 16, arrays[0], y * edge, edge);
		for (int i = 0; i < 2; i++) System.arraycopy(arrays[i], 0, arrays[i + 1], 0, edge * edge);
		for (int y = 0; y < edge; y++) System.arraycopy(arrays[2], y * edge, rows[1], (y + 16) * 2 * edge + 16, edge);
		return arrays[2][7];
	}

	/** Four copies of as many floats, in one piece each. */
	@Benchmark
	public float fourArrayCopies() {
		for (int i = 0; i < 4; i++) System.arraycopy(arrays[i], 0, arrays[i + 1], 0, edge * edge);
		return arrays[4][7];
	}
}
