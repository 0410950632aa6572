package fovea.ui.latent;

import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JPanel;

import fovea.image.ImageException;

/** What leaves the window: the plot as a file, the encodings as a table. Swing's thread only. */
final class FileBar extends JPanel {

	private static final long serialVersionUID = 1;

	/**
	 * @param explorer has the encodings
	 * @param host shows tables
	 * @param canvas has the plot
	 * @param tell hears what became of it
	 */
	FileBar(final Explorer explorer, final ExplorerHost host, final ScatterCanvas canvas, final Consumer<String> tell) {
		super(new FlowLayout(FlowLayout.TRAILING, 6, 4));
		final JButton table = new JButton("Table");
		table.setToolTipText("Encodings, labels and errors as the Results table");
		table.addActionListener(e -> host.table(explorer.state().encodings()));
		add(table);
		final JButton save = new JButton("Save Plot...");
		save.setToolTipText("What is seen of it, as PNG or SVG");
		save.addActionListener(e -> Questions.picture(this).ifPresent(file -> save(file, canvas, tell)));
		add(save);
	}

	static void save(final Path file, final ScatterCanvas canvas, final Consumer<String> tell) {
		try {
			canvas.chart().save(file, canvas.view(), Math.max(200, canvas.getWidth()), Math.max(200, canvas.getHeight()));
			tell.accept("Saved " + file);
		}
		catch (final ImageException e) {
			tell.accept(e.getMessage());
		}
	}
}
