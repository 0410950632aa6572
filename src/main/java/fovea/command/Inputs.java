package fovea.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fovea.FoveaException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Checks of inputs that no host makes: a macro may pass anything. Stateless. */
final class Inputs {

	private Inputs() {}

	/**
	 * @param module all of whose inputs are set
	 * @throws FoveaException if a number is out of the range, or a text not among the choices, that the
	 *             input declares
	 */
	static void check(final Module module) throws FoveaException {
		for (final ModuleItem<?> item : module.getInfo().inputs())
			check(item, module);
	}

	private static <T> void check(final ModuleItem<T> item, final Module module) throws FoveaException {
		final T value = item.getValue(module);
		final List<T> choices = item.getChoices();
		if (choices != null && !choices.isEmpty() && !choices.contains(value)) throw new FoveaException(item.getName() + //
			": expected one of " + choices.stream().map(Object::toString).collect(Collectors.joining(", ")) + "; got '" + //
			value + "'");
		if (!(value instanceof final Number number)) return;
		final T min = item.getMinimumValue();
		final T max = item.getMaximumValue();
		// Written so that NaN fails.
		final boolean above = !(min instanceof final Number least) || number.doubleValue() >= least.doubleValue();
		final boolean below = !(max instanceof final Number most) || number.doubleValue() <= most.doubleValue();
		if (!above || !below) throw new FoveaException(item.getName() + ": expected " + //
			(max == null ? min + " or more" : min + " to " + max) + ", got " + value);
	}

	/**
	 * @param text for example "1,2"; null and empty: no channels
	 * @return 1-based numbers
	 * @throws FoveaException if there is anything but whole numbers from 1 on
	 */
	static List<Integer> channels(final String text) throws FoveaException {
		final List<Integer> channels = new ArrayList<>();
		if (text == null || text.isBlank()) return channels;
		for (final String part : text.split(",", -1)) {
			final String number = part.strip();
			if (!number.matches("0*[1-9][0-9]{0,8}")) throw new FoveaException("channels: expected numbers from 1 on, such as 1,2; got '" + //
				text + "'");
			channels.add(Integer.valueOf(number));
		}
		return channels;
	}
}
