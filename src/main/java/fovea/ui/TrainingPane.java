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

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/**
 * What a training's window holds: curves to the left, the preview to the right, progress below. Swing's thread only,
 * but that it draws pictures in another.
 */
final class TrainingPane extends JPanel {

	private static final long serialVersionUID = 1;
	private static final double CURVES_SHARE = 0.5;
	private static final Dimension PREFERRED = new Dimension(1230, 680);

	private final CurvesPanel curves = new CurvesPanel();
	private final PreviewPanel preview;
	private final ProgressPanel progress;
	private final transient TrainingLog log;
	private final transient Painter<CurvesPanel.View, BufferedImage> curvesPainter;
	private final transient Painter<Preview, PreviewPictures> previewPainter;

	/**
	 * @param log of the training
	 * @param worker draws
	 * @param home runs in Swing's thread
	 * @param nanos a clock such as {@link System#nanoTime}
	 * @param closing is run when the person is through
	 */
	TrainingPane(
			final TrainingLog log,
			final Executor worker,
			final Executor home,
			final LongSupplier nanos,
			final Runnable closing) {
		super(new BorderLayout());
		this.log = log;
		final ShownTraining plan = log.state().plan();
		preview = new PreviewPanel(plan.classes(), log::want);
		progress = new ProgressPanel(log::choice, closing);
		final CurvesPanel.Curves drawing = new CurvesPanel.Curves(plan.metric());
		curvesPainter = new Painter<>(
				worker, home, nanos, drawing::draw, curves::show, e -> log.warn("The curves cannot be drawn: " + e));
		previewPainter = new Painter<>(
				worker,
				home,
				nanos,
				p -> PreviewPictures.of(p, plan.classes()),
				preview::show,
				e -> log.warn("The preview cannot be drawn: " + e));
		final JSplitPane sides = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, curves, preview);
		sides.setResizeWeight(CURVES_SHARE);
		sides.setBorder(BorderFactory.createEmptyBorder());
		setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		setPreferredSize(PREFERRED);
		add(sides, BorderLayout.CENTER);
		add(progress, BorderLayout.SOUTH);
	}

	/**
	 * Shows what there is now. Cheap where nothing happened; to be called some times in a second.
	 *
	 * @return true if the training is over and everything of it is, or is about to be, shown
	 */
	boolean refresh() {
		final TrainingState state = log.state();
		final boolean drawn = curves.view(state).map(curvesPainter::offer).orElse(true)
				& state.preview().map(previewPainter::offer).orElse(true);
		progress.show(state);
		preview.show(state);
		return drawn && state.ending().isPresent();
	}
}
