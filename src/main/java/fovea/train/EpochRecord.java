package fovea.train;

import java.util.OptionalDouble;

/**
 * What came of one pass over the data.
 *
 * @param epoch from 1 on
 * @param loss mean over the epoch's samples, each before its step, regularisation included
 * @param validationLoss of the validation samples after the epoch; empty if there are none
 * @param metric of the validation samples, higher is better: {@link TrainingResult#metric()} says which; empty if
 *            there are none
 * @param learningRate of the epoch's last step
 * @param seconds wall time, validation included
 */
public record EpochRecord(int epoch, double loss, OptionalDouble validationLoss, OptionalDouble metric,
	double learningRate, double seconds)
{

	/** @return what best epoch, plateau and early stopping go by: the validation loss, without one the loss */
	public double monitored() {
		return validationLoss.orElse(loss);
	}
}
