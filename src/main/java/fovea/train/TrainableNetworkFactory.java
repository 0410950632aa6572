package fovea.train;

import fovea.model.ModelException;
import fovea.net.Architecture;
import fovea.net.WeightMap;

/** Makes networks that can be trained. Stateless and thread-safe. */
public interface TrainableNetworkFactory {

	/**
	 * @param architecture its nodes' trainable flags say what is trained
	 * @param weights first values of all weights
	 * @param loss what is made small
	 * @param seed of dropout
	 * @return a network that the caller closes
	 * @throws ModelException if it cannot be built
	 */
	TrainableNetwork create(Architecture architecture, WeightMap weights, Loss loss, long seed) throws ModelException;
}
