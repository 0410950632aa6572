package fovea.cli;

import java.util.Locale;

import fovea.train.EpochRecord;
import fovea.train.TrainingConfig;
import fovea.train.TrainingListener;

/** Tells how a training goes: a line for each epoch, and where somebody watches, the steps and the time that is left. */
final class TrainingProgress implements TrainingListener {

	private final Console console;
	private int epochs;
	private long began;
	private int firstEpoch;
	private int shown;

	TrainingProgress(final Console console) {
		this.console = console;
	}

	void start(final TrainingConfig config) {
		epochs = config.epochs();
		began = System.nanoTime();
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		if (firstEpoch == 0) firstEpoch = epoch;
		if (!console.terminal()) return;
		final double done = epoch - firstEpoch + (double) step / steps;
		final double left = (System.nanoTime() - began) / 1e9 / done * (epochs - firstEpoch + 1 - done);
		final String line = String.format(Locale.ROOT, "epoch %d of %d, step %d of %d, loss %.4g, %s left", epoch, epochs,
			step, steps, loss, time(left));
		console.err().print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
		console.err().flush();
		shown = line.length();
	}

	@Override
	public void epoch(final EpochRecord record) {
		end();
		final StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "epoch %d of %d: loss %.5g", record.epoch(),
			epochs, record.loss()));
		record.validationLoss().ifPresent(v -> line.append(String.format(Locale.ROOT, ", validation %.5g", v)));
		record.metric().ifPresent(v -> line.append(String.format(Locale.ROOT, ", metric %.4g", v)));
		console.print(line.append(String.format(Locale.ROOT, ", %s", time(record.seconds()))).toString());
	}

	@Override
	public void warn(final String message) {
		end();
		console.error("warning: " + message);
	}

	/** Wipes the line of the steps. */
	void end() {
		if (shown > 0) console.err().print('\r' + " ".repeat(shown) + '\r');
		console.err().flush();
		shown = 0;
	}

	private static String time(final double seconds) {
		return seconds < 120 ? String.format(Locale.ROOT, "%.1f s", seconds) : String.format(Locale.ROOT, "%.0f min", seconds /
			60);
	}
}
