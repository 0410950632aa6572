package fovea.tf;

import java.nio.file.Path;
import java.util.Arrays;

import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;

import fovea.infer.FloatTensor;
import fovea.model.DataType;
import fovea.model.ModelException;
import fovea.model.Signature;

/** TensorFlow with nothing around it, as a yardstick: the tensor is made once, the result not read. */
public final class BareSession implements AutoCloseable {

	private final SavedModelBundle bundle;
	private final String feed;
	private final String fetch;
	private Tensor tensor;

	private BareSession(final SavedModelBundle bundle, final String feed, final String fetch) {
		this.bundle = bundle;
		this.feed = feed;
		this.fetch = fetch;
	}

	/** @return a session for a signature with one input and one output */
	public static BareSession open(final Path savedModel, final Signature signature) throws ModelException {
		final SavedModelFile file = SavedModelFile.read(savedModel);
		return new BareSession(SavedModelBundle.load(savedModel.toString(), file.tags()), file.inputTensor(signature, signature
			.inputs().get(0).name()), file.outputTensor(signature, signature.outputs().get(0).name()));
	}

	/** @return size of the result in bytes */
	public long run(final int[] shape, final float[] pixels) {
		if (tensor == null || !Arrays.equals(tensor.shape().asArray(), Arrays.stream(shape).asLongStream().toArray())) {
			if (tensor != null) tensor.close();
			tensor = TensorValues.toTensor(new FloatTensor(shape, pixels), DataType.FLOAT32);
		}
		try (Result result = bundle.session().runner().feed(feed, tensor).fetch(fetch).run()) {
			return result.get(0).numBytes();
		}
	}

	@Override
	public void close() {
		if (tensor != null) tensor.close();
		bundle.close();
	}
}
