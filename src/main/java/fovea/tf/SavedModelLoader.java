package fovea.tf;

import java.nio.file.Path;
import java.util.List;

import org.tensorflow.SavedModelBundle;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

import fovea.infer.Network;
import fovea.infer.NetworkLoader;
import fovea.model.ModelException;
import fovea.model.Signature;
import fovea.model.TensorInfo;

/** Opens SavedModels with TensorFlow in this JVM. Stateless and thread-safe. */
public final class SavedModelLoader implements NetworkLoader {

	@Override
	public List<Signature> signatures(final Path savedModel) throws ModelException {
		return SavedModelFile.read(savedModel).signatures();
	}

	@Override
	public Network open(final Path savedModel, final Signature signature) throws ModelException {
		for (final TensorInfo input : signature.inputs())
			requireJavaType(savedModel, "takes", input);
		for (final TensorInfo output : signature.outputs())
			requireJavaType(savedModel, "gives", output);
		final SavedModelFile file = SavedModelFile.read(savedModel);
		if (!file.signatures().contains(signature)) throw new ModelException(savedModel + ": has no signature '" + signature
			.name() + "' as described");
		try {
			final SavedModelBundle bundle = SavedModelBundle.loader(savedModel.toString()).withTags(file.tags())
				.withConfigProto(config()).load();
			return new SavedModelNetwork(file, signature, bundle);
		}
		catch (final TensorFlowException exc) {
			throw new ModelException(savedModel + ": TensorFlow cannot load it: " + Failures.line(exc), exc);
		}
		catch (final LinkageError exc) {
			throw new ModelException("TensorFlow's native library cannot be loaded on " + System.getProperty("os.name") + " " +
				System.getProperty("os.arch") + ": " + exc.getMessage(), exc);
		}
	}

	/** Memory on a GPU is taken as needed, and what a GPU cannot do the CPU does. */
	private static ConfigProto config() {
		return ConfigProto.newBuilder().setAllowSoftPlacement(true).setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(
			true)).build();
	}

	/** TensorFlow Java has no class for some element types; without one not even a clean error comes. */
	private static void requireJavaType(final Path savedModel, final String verb, final TensorInfo tensor)
		throws ModelException
	{
		if (!TensorValues.isSupported(tensor.type())) throw new ModelException(savedModel + ": '" + tensor.name() + "' " +
			verb + " " + tensor.label() + ", which TensorFlow Java cannot handle; expected " + TensorValues.supported());
	}
}
