package fovea.train;

import fovea.FoveaException;

/**
 * Trains networks. The same configuration, samples and first weights give the same weights, as far as the network itself
 * computes the same on the same input; a training that was resumed gives the same as one that was not interrupted. Stateless
 * and thread-safe.
 */
public final class Trainer {

	private Trainer() {}

	/**
	 * Trains from new weights, without checkpoints.
	 *
	 * @param config how
	 * @param samples what from
	 * @param factory makes the network, which is closed in the end
	 * @param listener hears of it; may cancel between steps, then the best weights so far are the result
	 * @return the best weights and how it went
	 * @throws TrainingException if samples and network do not fit, or the loss is no number any more
	 * @throws FoveaException if the network cannot be built or run
	 */
	public static TrainingResult train(final TrainingConfig config, final Samples samples,
		final TrainableNetworkFactory factory, final TrainingListener listener) throws FoveaException
	{
		return train(config, samples, factory, TrainingStart.NEW, listener);
	}

	/**
	 * @param config how
	 * @param samples what from
	 * @param factory makes the network, which is closed in the end
	 * @param start first weights, checkpoints, resumption
	 * @param listener hears of it; may cancel between steps, then the best weights so far are the result
	 * @return the best weights and how it went
	 * @throws TrainingException if samples and network do not fit, the loss is no number any more, or checkpoints cannot be
	 *             read or written or are of another training
	 * @throws FoveaException if the network cannot be built or run
	 */
	public static TrainingResult train(final TrainingConfig config, final Samples samples,
		final TrainableNetworkFactory factory, final TrainingStart start, final TrainingListener listener)
		throws FoveaException
	{
		final Samples.Split split = samples.split(config.validationFraction(), config.seed(), listener);
		new DataCheck(config).check(split);
		return new TrainingRun(config, samples, split, start, listener).run(factory);
	}
}
