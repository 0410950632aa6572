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
package fovea.ui.latent;

import fovea.latent.LatentSpace;
import fovea.text.Counted;
import fovea.ui.latent.ItemPictures.Captioned;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;

/** What the explorer's window holds. Swing's thread only, but that networks run and images are read in another. */
final class ExplorerPane extends JPanel {

	private static final long serialVersionUID = 1;
	private static final Dimension PREFERRED = new Dimension(1180, 760);
	private static final double PLOT_SHARE = 0.62;

	private final transient LatentSpace space;
	private final transient ExplorerHost host;
	private final transient Explorer explorer;
	private final transient LatestTask<float[], List<Captioned>> decoding;
	private final transient LatestTask<Integer, List<Captioned>> looking;
	private final transient LatestTask<Integer, Hovered> hovering;
	private final transient StackActions stacks;
	private final ScatterCanvas canvas;
	private final ItemPictures decoded;
	private final ItemPictures pair = new ItemPictures("Click on a point", 2, 210);
	private final JLabel item = Plain.label(" ");
	private final JLabel itemError = Plain.label(" ");
	private final JLabel status = Plain.label(" ");
	private final transient PlotMouse mouse;
	private transient OptionalInt below = OptionalInt.empty();
	private transient boolean closed;

	/** A thumbnail of an item. */
	private record Hovered(int index, BufferedImage picture) {}

	/**
	 * @param space what is looked at
	 * @param host where items come from
	 * @param places of the encodings
	 * @param worker runs networks and reads images, one task at a time, in order
	 * @param home runs in Swing's thread
	 */
	ExplorerPane(
			final LatentSpace space,
			final ExplorerHost host,
			final Places places,
			final Executor worker,
			final Executor home) {
		super(new BorderLayout());
		this.space = space;
		this.host = host;
		explorer = new Explorer(ExplorerState.of(space.encodings(), space.projection()), places);
		final ItemRenderer renderer = new ItemRenderer(space);
		decoded = new ItemPictures(
				space.canDecode()
						? "Click or drag anywhere in the plot"
						: "This model cannot decode points: no decoder, or the mean of a map",
				1,
				230);
		decoding = new LatestTask<>(worker, home, renderer::decoded, decoded::show, this::tell);
		looking = new LatestTask<>(worker, home, renderer::pair, pair::show, this::tell);
		hovering =
				new LatestTask<>(worker, home, i -> new Hovered(i, renderer.thumbnail(i)), this::hovered, this::tell);
		stacks = new StackActions(space, host, worker, home, this::tell);
		canvas = new ScatterCanvas(explorer);
		mouse = new PlotMouse(explorer, canvas, this::pick, this::hover);
		final JSplitPane sides = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, plot(), looks());
		sides.setResizeWeight(PLOT_SHARE);
		sides.setBorder(BorderFactory.createEmptyBorder());
		status.setFont(status.getFont().deriveFont(Font.PLAIN));
		status.setBorder(BorderFactory.createEmptyBorder(3, 8, 4, 8));
		add(sides, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
		setPreferredSize(PREFERRED);
		explorer.add(this::changed);
		host.listen(this::show);
		tell(Counted.of(space.encodings().size(), "point") + " of "
				+ Counted.of(space.encodings().dimensions(), "value"));
	}

	Explorer explorer() {
		return explorer;
	}

	ScatterCanvas canvas() {
		return canvas;
	}

	ItemPictures decoded() {
		return decoded;
	}

	StackActions stacks() {
		return stacks;
	}

	private JComponent plot() {
		final SelectionBar selection = new SelectionBar(explorer);
		selection.add(
				"To Stack",
				"A stack of these items, as they go into the network",
				() -> stacks.items(explorer.state()));
		if (host.hasImage())
			selection.add(
					"To ROI Manager", "Where these items are in their image", () -> stacks.collect(explorer.state()));
		selection.add(
				"Label...",
				"Says what these items are: in the plot, in tables, and as the label of slices or the class of ROIs",
				() -> Questions.label(this).ifPresent(this::label));
		final JPanel foot = new JPanel(new BorderLayout());
		foot.add(selection, BorderLayout.CENTER);
		foot.add(new FileBar(explorer, host, canvas, this::tell), BorderLayout.EAST);
		final JPanel plot = new JPanel(new BorderLayout());
		plot.add(new PlotBar(explorer, mouse::setTool, host::columns), BorderLayout.NORTH);
		plot.add(canvas, BorderLayout.CENTER);
		plot.add(foot, BorderLayout.SOUTH);
		return plot;
	}

	private JComponent looks() {
		final JTabbedPane tabs = new JTabbedPane();
		Plain.tab(tabs, "Sliders", new SliderPanel(explorer));
		Plain.tab(tabs, "Worst", new WorstList(explorer, this::pick));
		Plain.tab(
				tabs,
				"Between Two",
				new BetweenPanel(explorer, space.canDecode(), steps -> stacks.between(explorer.state(), steps)));
		final JPanel pictures = new JPanel();
		pictures.setLayout(new BoxLayout(pictures, BoxLayout.PAGE_AXIS));
		for (final JLabel label : List.of(item, itemError)) {
			label.setBorder(BorderFactory.createEmptyBorder(2, 8, 1, 8));
			label.setFont(label.getFont().deriveFont(Font.PLAIN));
			label.setAlignmentX(LEFT_ALIGNMENT);
		}
		decoded.setAlignmentX(LEFT_ALIGNMENT);
		pair.setAlignmentX(LEFT_ALIGNMENT);
		pictures.add(decoded);
		pictures.add(pair);
		pictures.add(item);
		pictures.add(itemError);
		final JSplitPane renderer = new JSplitPane(JSplitPane.VERTICAL_SPLIT, pictures, tabs);
		renderer.setResizeWeight(0.65);
		renderer.setBorder(BorderFactory.createEmptyBorder());
		return renderer;
	}

	private void tell(final String line) {
		status.setText(line.isEmpty() ? " " : line);
	}

	private void changed(final ExplorerState before, final ExplorerState now) {
		if (closed) return;
		if (!before.point().equals(now.point()) && space.canDecode())
			now.point().ifPresent(decoding::submit);
		if (before.current().equals(now.current()) && before.encodings() == now.encodings()) return;
		now.current().ifPresent(index -> {
			looking.submit(index);
			item.setText(ItemText.name(now.encodings().all().get(index)));
			itemError.setText(ItemText.error(now.encodings().all().get(index)));
		});
	}

	/** An item that a person chose here: it is selected in ImageJ as well. */
	void pick(final int index) {
		show(index);
		host.select(index);
	}

	/** An item that a person chose elsewhere. */
	void show(final int index) {
		if (!closed) explorer.change(state -> state.withCurrent(index));
	}

	private void label(final String label) {
		host.label(explorer.state().selected(), label);
		explorer.change(state -> state.withLabel(label));
	}

	private void hover(final OptionalInt index) {
		if (index.equals(below) || closed) return;
		below = index;
		hovering.forget();
		canvas.setThumbnail(
				index.isEmpty() ? Optional.empty() : Optional.of(thumbnail(index.getAsInt(), Optional.empty())));
		index.ifPresent(hovering::submit);
	}

	private void hovered(final Hovered shown) {
		if (below.equals(OptionalInt.of(shown.index())))
			canvas.setThumbnail(Optional.of(thumbnail(shown.index(), Optional.of(shown.picture()))));
	}

	private ScatterCanvas.Thumbnail thumbnail(final int index, final Optional<BufferedImage> picture) {
		return new ScatterCanvas.Thumbnail(
				canvas.place(index).orElse(new Point()),
				ItemText.name(explorer.state().encodings().all().get(index)),
				picture);
	}

	/** Nothing runs or is heard any more; what runs already may end. */
	void close() {
		closed = true;
		decoding.forget();
		looking.forget();
		hovering.forget();
		stacks.close();
		host.close();
	}
}
