package fovea.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How a training went, epoch by epoch, as a table for other programs. Stateless and thread-safe. */
public final class CurvesCsv {

	private CurvesCsv() {}

	/**
	 * @param result whose history is written: a line of names, then one for each epoch; what there is none of is left empty
	 * @param file is replaced if it exists
	 * @throws TrainingException if it cannot be written
	 */
	public static void write(final TrainingResult result, final Path file) throws TrainingException {
		final StringBuilder csv = new StringBuilder("epoch,loss,validation_loss," + result.metric() + ",learning_rate,seconds\n");
		for (final EpochRecord epoch : result.history())
			csv.append(String.join(",", String.valueOf(epoch.epoch()), String.valueOf(epoch.loss()), text(epoch.validationLoss()),
				text(epoch.metric()), String.valueOf(epoch.learningRate()), String.valueOf(epoch.seconds()))).append('\n');
		try {
			Files.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new TrainingException(file + ": cannot be written: " + e, e);
		}
	}

	private static String text(final OptionalDouble value) {
		return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
	}
}
