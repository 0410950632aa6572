package fovea.tf;

import java.nio.file.Path;
import java.util.List;

import fovea.infer.Network;
import fovea.infer.NetworkLoader;
import fovea.model.ModelException;
import fovea.model.Signature;

/** Opens SavedModels with TensorFlow in this JVM. */
public final class SavedModelLoader implements NetworkLoader {

	@Override
	public List<Signature> signatures(final Path savedModel) throws ModelException {
		throw new UnsupportedOperationException();
	}

	@Override
	public Network open(final Path savedModel, final Signature signature) throws ModelException {
		throw new UnsupportedOperationException();
	}
}
