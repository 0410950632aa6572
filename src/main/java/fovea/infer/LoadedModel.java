package fovea.infer;

import fovea.model.ModelArchive;
import fovea.model.ModelException;
import fovea.model.ModelSpec;
import fovea.model.TensorSpec;

/** A model that is open, described and loaded. Close it to free the native memory and temporary files. Thread-safe. */
public final class LoadedModel implements AutoCloseable {

	/**
	 * @param archive is closed together with this, also if opening fails
	 * @param loader what loads the network
	 * @param options what the user says about the model
	 * @return a model that the caller closes
	 * @throws ModelException if the model cannot be loaded or not be run as it is described
	 */
	public static LoadedModel open(final ModelArchive archive, final NetworkLoader loader, final ModelOptions options)
		throws ModelException
	{
		throw new UnsupportedOperationException();
	}

	/** @return the description: the model's own, or one made up from the signature and the options */
	public ModelSpec spec() {
		throw new UnsupportedOperationException();
	}

	/** @return the one input */
	public TensorSpec input() {
		throw new UnsupportedOperationException();
	}

	/** @return the output that was asked for */
	public TensorSpec output() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}
}
