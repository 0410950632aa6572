/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.ui.form;

import fovea.ui.plain.Ask;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Asks a person for the inputs of a command. Other windows stay usable meanwhile. What is wrong is said at the field,
 * and the dialog stays open.
 */
public final class FormDialog {

	/** Room for a screen's bars. */
	private static final int MARGIN = 40;

	/** Milliseconds after which a change of an answer is shown: one slider's move makes several. */
	private static final int SETTLED = 20;

	private final JDialog dialog;
	private final FormPanel panel;
	private final Checker checker;
	private final Optional<Runnable> help;
	private final CountDownLatch end = new CountDownLatch(1);
	private final AtomicReference<Map<String, String>> answers = new AtomicReference<>();

	/** Tells what is wrong with answers. */
	@FunctionalInterface
	public interface Checker {

		/**
		 * @param values by key
		 * @return the first that is wrong
		 */
		Optional<Complaint> check(Map<String, String> values);
	}

	/**
	 * What is wrong.
	 *
	 * @param key of the field; empty: of none
	 * @param line for people
	 */
	public record Complaint(String key, String line) {}

	private FormDialog(
			final String title,
			final List<Field> fields,
			final Checker checker,
			final Optional<Runnable> help,
			final Optional<LivePreview.Maker> preview) {
		this.checker = checker;
		this.help = help;
		dialog = new JDialog();
		dialog.setTitle(title);
		panel = new FormPanel(fields);
		panel.addPropertyChangeListener(FormPanel.NOTE, event -> fit());
		final JScrollPane scroll = new JScrollPane(
				panel, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.getVerticalScrollBar().setUnitIncrement(16);
		dialog.add(scroll, BorderLayout.CENTER);
		final JPanel foot = new JPanel(new BorderLayout());
		preview.ifPresent(maker -> foot.add(previewBar(maker), BorderLayout.PAGE_START));
		foot.add(buttons(), BorderLayout.PAGE_END);
		dialog.add(foot, BorderLayout.PAGE_END);
		dialog.getRootPane()
				.registerKeyboardAction(
						event -> dialog.dispose(),
						KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
						JComponent.WHEN_IN_FOCUSED_WINDOW);
		dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		dialog.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				end.countDown();
			}
		});
	}

	/**
	 * Shows the dialog and waits for its end. From Swing's own thread it holds up all other windows.
	 *
	 * @param title of the command
	 * @param fields in their order
	 * @param checker is asked when a person presses OK
	 * @param help opens the page on it; empty: there is none
	 * @param preview makes what shows the result before; empty: there is none
	 * @return the answers by key, which the checker found nothing wrong with; empty if the person cancelled
	 */
	public static Optional<Map<String, String>> ask(
			final String title,
			final List<Field> fields,
			final Checker checker,
			final Optional<Runnable> help,
			final Optional<LivePreview.Maker> preview) {
		if (SwingUtilities.isEventDispatchThread()) {
			final FormDialog form = new FormDialog(title, fields, checker, help, preview);
			form.dialog.setModal(true);
			form.open();
			return Optional.ofNullable(form.answers.get());
		}
		try {
			final AtomicReference<FormDialog> form = new AtomicReference<>();
			SwingUtilities.invokeAndWait(() -> {
				form.set(new FormDialog(title, fields, checker, help, preview));
				form.get().open();
			});
			form.get().end.await();
			return Optional.ofNullable(form.get().answers.get());
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		} catch (final InvocationTargetException e) {
			throw new IllegalStateException("the dialog cannot be made", e);
		}
	}

	/** A box that shows and hides the preview, and what it says. */
	private JPanel previewBar(final LivePreview.Maker maker) {
		final JCheckBox box = Plain.check("Preview");
		Plain.tip(box, "Shows the result on the part of the image that you see, before you press OK");
		final JLabel status = Plain.label(" ");
		final LivePreview preview = maker.make(line -> SwingUtilities.invokeLater(() -> {
			status.setText(box.isSelected() ? line : " ");
			Plain.tip(status, line);
		}));
		final Timer settled = new Timer(SETTLED, event -> {
			if (box.isSelected()) preview.show(panel.values());
		});
		settled.setRepeats(false);
		panel.onChange(() -> {
			if (box.isSelected()) settled.restart();
		});
		box.addActionListener(event -> {
			if (box.isSelected()) preview.show(panel.values());
			else {
				preview.hide();
				status.setText(" ");
			}
		});
		dialog.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				box.setSelected(false);
				settled.stop();
				preview.hide();
			}
		});
		final JPanel bar = new JPanel(new BorderLayout(8, 0));
		bar.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 12));
		bar.add(box, BorderLayout.LINE_START);
		bar.add(status, BorderLayout.CENTER);
		status.setPreferredSize(new Dimension(1, status.getPreferredSize().height)); // takes the room that there is
		return bar;
	}

	private JPanel buttons() {
		final JPanel bar = new JPanel(new BorderLayout());
		final JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING));
		final JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING));
		if (panel.hasAdvanced()) {
			final JToggleButton advanced = Plain.toggle("Advanced", panel.usesAdvanced());
			advanced.addActionListener(event -> unfold(advanced.isSelected()));
			panel.showAdvanced(advanced.isSelected());
			left.add(advanced);
			Plain.tip(advanced, "Shows what few need");
		}
		final JButton reset = Plain.button("Reset");
		Plain.tip(reset, "Sets all to their defaults");
		reset.addActionListener(event -> panel.reset());
		left.add(reset);
		help.ifPresent(page -> {
			final JButton more = Plain.button("Help");
			Plain.tip(more, "Opens the page on this command");
			more.addActionListener(event -> page.run());
			left.add(more);
		});
		final JButton cancel = Plain.button("Cancel");
		cancel.addActionListener(event -> dialog.dispose());
		final JButton ok = Plain.button("OK");
		ok.addActionListener(event -> accept());
		right.add(cancel);
		right.add(ok);
		dialog.getRootPane().setDefaultButton(ok);
		bar.add(left, BorderLayout.LINE_START);
		bar.add(right, BorderLayout.LINE_END);
		return bar;
	}

	private void open() {
		fit();
		dialog.setLocationRelativeTo(null);
		dialog.setVisible(true);
	}

	private void unfold(final boolean shown) {
		panel.showAdvanced(shown);
		fit();
	}

	/** As large as it needs, and within the screen. */
	private void fit() {
		dialog.pack();
		final Rectangle screen =
				GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		final Dimension size = dialog.getSize();
		dialog.setSize(size.width + 20, Math.min(size.height, screen.height - MARGIN));
		final int below = dialog.getY() + dialog.getHeight() - screen.y - screen.height;
		if (below > 0) dialog.setLocation(dialog.getX(), Math.max(screen.y, dialog.getY() - below));
		dialog.validate();
	}

	private void accept() {
		final Map<String, String> values = panel.values();
		final Optional<Complaint> wrong = checker.check(values);
		if (wrong.isEmpty()) {
			answers.set(values);
			dialog.dispose();
			return;
		}
		if (panel.isAdvanced(wrong.get().key())) panel.showAdvanced(true);
		if (!panel.complain(wrong.get().key(), wrong.get().line()))
			Ask.complain(dialog, dialog.getTitle(), wrong.get().line());
		fit();
	}
}
