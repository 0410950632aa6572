package fovea.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The state of a window, and who shows it. Swing's thread only. */
final class Explorer {

	private final List<Shown> all = new ArrayList<>();
	private final Places places;
	private ExplorerState state;

	/** Something that shows a state. */
	interface Shown {

		/**
		 * @param before what it was
		 * @param now what it is
		 */
		void changed(ExplorerState before, ExplorerState now);
	}

	/** @param places of the encodings */
	Explorer(final ExplorerState state, final Places places) {
		this.state = state;
		this.places = places;
	}

	ExplorerState state() {
		return state;
	}

	Places places() {
		return places;
	}

	/** @param shown hears of every change from now on */
	void add(final Shown shown) {
		all.add(shown);
	}

	void change(final UnaryOperator<ExplorerState> change) {
		final ExplorerState before = state;
		state = change.apply(before);
		all.forEach(shown -> shown.changed(before, state));
	}
}
