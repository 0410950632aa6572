package fovea.tf;

import fovea.model.ModelException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.Loss;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;

/** Builds networks that TensorFlow in this JVM trains. Stateless and thread-safe. */
public final class TensorFlowNetworkFactory implements TrainableNetworkFactory {

	@Override
	public TrainableNetwork create(final Architecture architecture, final WeightMap weights, final Loss loss, final long seed)
		throws ModelException
	{
		SessionSettings.liftMemoryLimit();
		try {
			return TensorFlowNetwork.create(architecture, weights, loss, seed);
		}
		catch (final LinkageError exc) {
			throw Failures.unavailable(exc);
		}
	}
}
