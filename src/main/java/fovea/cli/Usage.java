package fovea.cli;

import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Tells what cannot be meant by a command line.
 *
 * @param commandLine of the command whose help is pointed at
 */
record Usage(CommandLine commandLine) {

	/** @return to be thrown */
	ParameterException error(final String message) {
		return new ParameterException(commandLine, message);
	}

	/** @throws ParameterException if it does not hold */
	void require(final boolean holds, final String message) {
		if (!holds) throw error(message);
	}

	/**
	 * @param made of options, may throw IllegalArgumentException for one that is out of its range
	 * @return what was made
	 * @throws ParameterException instead of that, with its message
	 */
	<T> T inRange(final Supplier<T> made) {
		try {
			return made.get();
		}
		catch (final IllegalArgumentException e) {
			throw new ParameterException(commandLine, e.getMessage(), e);
		}
	}
}
