package fovea.ui.latent;

import fovea.latent.Encoding;

/** What items are called in the window. Stateless. */
final class ItemText {

	private ItemText() {}

	static String name(final Encoding encoding) {
		return encoding.label().isEmpty() ? encoding.id() : encoding.id() + " (" + encoding.label() + ")";
	}

	static String error(final Encoding encoding) {
		return "loss " + WorstList.number(encoding.loss()) + ", mean squared error " + WorstList.number(encoding.error());
	}
}
