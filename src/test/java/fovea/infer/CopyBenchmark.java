package fovea.infer;

import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

import fovea.image.Normalizer;
import fovea.model.DataType;
import fovea.tf.TensorCopies;
import fovea.tile.CoreWriter;
import fovea.tile.Tile;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Image to tensor to image, against plain array copies of the same pixels. One operation is one tile of 4 MB in
 * and out; each way is an image-to-array and an array-to-tensor copy, so the yardstick is four array copies.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CopyBenchmark {

	/** Edge of the tile; 1024: 4 MB of floats. */
	@Param({ "512", "1024" })
	public int edge;

	private PlanarImg<FloatType, FloatArray> target;
	private TileReader reader;
	private CoreWriter writer;
	private Tile tile;
	private float[][] arrays;

	/** Makes images of twice the edge. */
	@Setup(Level.Trial)
	public void setup() {
		final PlanarImg<FloatType, FloatArray> source = PlanarImgs.floats(2L * edge, 2L * edge, 1, 1, 1);
		target = PlanarImgs.floats(2L * edge, 2L * edge, 1, 1, 1);
		final RandomAccessibleInterval<? extends RealType<?>> plane = Views.hyperSlice(Views.hyperSlice(Views.hyperSlice(
			source, 4, 0), 3, 0), 2, 0);
		reader = new TileReader(List.of(plane), Normalizer.IDENTITY);
		writer = new CoreWriter(target, 0, 1);
		tile = new Tile(new long[] { 16, 16 }, new int[] { edge, edge }, new int[] { 0, 0 }, new int[] { edge, edge });
		arrays = new float[5][edge * edge];
	}

	/** Image, array, tensor, array, image. */
	@Benchmark
	public float imageToTensorToImage() {
		final float[] planar = reader.read(tile);
		final FloatTensor back = TensorCopies.roundTrip(new FloatTensor(new int[] { 1, edge, edge, 1 }, planar),
			DataType.FLOAT32);
		writer.write(back.data(), 0, tile.origin(), tile.core(), new long[5]);
		return back.data()[0];
	}

	/** Four copies of as many floats. */
	@Benchmark
	public float fourArrayCopies() {
		for (int i = 0; i < 4; i++)
			System.arraycopy(arrays[i], 0, arrays[i + 1], 0, edge * edge);
		return arrays[4][7];
	}
}
