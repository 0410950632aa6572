package fovea.infer;

import java.nio.file.Path;
import java.util.List;

import fovea.model.ModelException;
import fovea.model.Signature;

/** Opens SavedModels. Stateless and thread-safe. */
public interface NetworkLoader {

	/**
	 * Reads what a SavedModel offers, without loading it.
	 *
	 * @param savedModel folder that holds saved_model.pb
	 * @return its signatures that take and give tensors, serving_default first, then by name
	 * @throws ModelException if there is no readable SavedModel
	 */
	List<Signature> signatures(Path savedModel) throws ModelException;

	/**
	 * Loads a SavedModel.
	 *
	 * @param savedModel folder that holds saved_model.pb
	 * @param signature which of its signatures is to be run
	 * @return a network that the caller closes
	 * @throws ModelException if it cannot be loaded
	 */
	Network open(Path savedModel, Signature signature) throws ModelException;
}
