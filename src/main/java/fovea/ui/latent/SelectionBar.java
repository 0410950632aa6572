package fovea.ui.latent;

import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What can be done with selected items. Swing's thread only. */
final class SelectionBar extends JPanel implements Explorer.Shown {

	private static final long serialVersionUID = 1;

	private final JLabel count = new JLabel();
	private final transient List<JButton> buttons = new ArrayList<>();

	SelectionBar(final Explorer explorer) {
		super(new FlowLayout(FlowLayout.LEADING, 6, 4));
		add(count);
		show(explorer.state());
		explorer.add(this);
	}

	/** @param action is there while something is selected */
	void add(final String title, final String help, final Runnable action) {
		final JButton button = new JButton(title);
		button.setToolTipText(help);
		button.addActionListener(e -> action.run());
		button.setEnabled(false);
		buttons.add(button);
		add(button);
	}

	@Override
	public void changed(final ExplorerState before, final ExplorerState now) {
		if (!before.selected().equals(now.selected())) show(now);
	}

	private void show(final ExplorerState state) {
		count.setText(state.selected().size() + " of " + state.encodings().size() + " selected");
		buttons.forEach(button -> button.setEnabled(!state.selected().isEmpty()));
	}
}
