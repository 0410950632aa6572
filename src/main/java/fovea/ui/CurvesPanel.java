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
package fovea.ui;

import fovea.chart.LossScale;
import fovea.chart.StepLossCurve;
import fovea.chart.TrainingCurves;
import fovea.train.checkpoint.EpochRecord;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * Loss and metric over the epochs, in the first one the loss over its steps. Swing's thread only, but for
 * {@link Curves}.
 */
final class CurvesPanel extends JPanel {

	private static final long serialVersionUID = 1;

	private final JComboBox<LossScale> scale = Plain.choice(LossScale.values());
	private final Canvas canvas = new Canvas();

	/** The picture, stretched for the moment if it was made for another size. */
	private static final class Canvas extends PictureCanvas {

		private static final long serialVersionUID = 1;
		private transient Optional<BufferedImage> picture = Optional.empty();

		Canvas() {
			super("Waiting for the first step", 600, 480);
		}

		@Override
		protected boolean hasPicture() {
			return picture.isPresent();
		}

		@Override
		protected void paintPicture(final Graphics2D graphics) {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			graphics.drawImage(picture.orElseThrow(), 0, 0, getWidth(), getHeight(), null);
		}
	}

	/**
	 * What is drawn.
	 *
	 * @param epoch that runs
	 * @param steps of it
	 * @param losses of it, while it is the first; else of none
	 * @param history of epochs that are done
	 * @param best of these
	 * @param scale of the loss's axis
	 * @param width of the component
	 * @param height of the component
	 * @param density pixels of the screen for one of the component
	 */
	record View(
			int epoch,
			int steps,
			StepLosses losses,
			List<EpochRecord> history,
			int best,
			LossScale scale,
			int width,
			int height,
			double density) {}

	/** Draws views. Used by one thread at a time. */
	static final class Curves {

		private final TrainingCurves epochs;
		private final StepLossCurve steps = new StepLossCurve();

		/** @param metric see {@link ShownTraining} */
		Curves(final String metric) {
			epochs = new TrainingCurves(metric);
		}

		BufferedImage draw(final View view) {
			final BufferedImage picture = new BufferedImage(
					(int) Math.ceil(view.width() * view.density()),
					(int) Math.ceil(view.height() * view.density()),
					BufferedImage.TYPE_INT_RGB);
			final Graphics2D graphics = picture.createGraphics();
			try {
				graphics.scale(view.density(), view.density());
				graphics.setColor(Color.WHITE);
				graphics.fillRect(0, 0, view.width(), view.height());
				if (view.history().isEmpty()) {
					steps.setLossScale(view.scale());
					steps.show(
							view.epoch(),
							view.steps(),
							view.losses().means(),
							view.losses().stepsPerMean());
					steps.draw(graphics, view.width(), view.height());
				} else {
					epochs.setLossScale(view.scale());
					epochs.show(view.history(), view.best());
					epochs.draw(graphics, view.width(), view.height());
				}
				return picture;
			} finally {
				graphics.dispose();
			}
		}
	}

	CurvesPanel() {
		super(new BorderLayout());
		setBackground(Color.WHITE);
		setBorder(BorderFactory.createLineBorder(Color.LIGHT_GRAY));
		scale.setRenderer((list, value, index, selected, focused) -> {
			final JLabel label = Plain.label(value.name().toLowerCase(Locale.ROOT));
			label.setOpaque(true);
			label.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
			label.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
			label.setBorder(BorderFactory.createEmptyBorder(1, 4, 1, 4));
			return label;
		});
		final JPanel head = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 4));
		head.setOpaque(false);
		final JLabel name = Plain.label("Scale of the loss:");
		name.setLabelFor(scale);
		head.add(name);
		head.add(scale);
		add(head, BorderLayout.NORTH);
		add(canvas, BorderLayout.CENTER);
	}

	/** @return what is to be drawn of a state now; empty where there is nothing yet, or no place */
	Optional<View> view(final TrainingState state) {
		if (state.position().epoch() == 0 && state.history().isEmpty()
				|| canvas.getWidth() < 1
				|| canvas.getHeight() < 1) return Optional.empty();
		final boolean first = state.history().isEmpty();
		final GraphicsConfiguration screen = getGraphicsConfiguration();
		return Optional.of(new View(
				first ? state.position().epoch() : 0,
				first ? state.position().steps() : 0,
				first ? state.losses() : StepLosses.NONE,
				state.history(),
				state.bestEpoch(),
				(LossScale) scale.getSelectedItem(),
				canvas.getWidth(),
				canvas.getHeight(),
				screen == null ? 1 : screen.getDefaultTransform().getScaleX()));
	}

	/** @param picture of a view */
	void show(final BufferedImage picture) {
		canvas.picture = Optional.of(picture);
		canvas.repaint();
	}
}
