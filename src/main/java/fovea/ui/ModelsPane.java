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

import fovea.base.FoveaException;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.ListSelectionModel;

/**
 * The names of models, the card of the chosen one, and what can be done with it. Swing's thread only, but that files
 * are read and pictures drawn in another.
 */
final class ModelsPane extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int NAMES_WIDTH = 240;

	private final JList<String> names = Plain.list();
	private final ModelCard card = new ModelCard();
	private final JButton add = Plain.button("Add model...");
	private final JButton export = Plain.button("Export...");
	private final JButton rename = Plain.button("Rename...");
	private final JButton remove = Plain.button("Remove");
	private final JButton folder = Plain.button("Open folder");
	private final JButton further = Plain.button("Train further...");
	private final JButton teach = Plain.button("Teach...");
	private final transient ModelCatalog catalog;
	private final transient ModelQuestions questions;
	private final transient Executor worker;
	private final transient Executor home;
	private transient List<ModelCatalog.Listed> models = List.of();
	private transient Optional<ShownModel> shown = Optional.empty();

	/** What takes its time, and may fail. */
	private interface Deed {

		/** @return the name that is to be chosen afterwards */
		String run() throws FoveaException;
	}

	/**
	 * @param catalog has the models
	 * @param questions asks the person
	 * @param worker reads and draws, one after the other
	 * @param home runs in Swing's thread
	 */
	ModelsPane(final ModelCatalog catalog, final ModelQuestions questions, final Executor worker, final Executor home) {
		super(new BorderLayout(0, 8));
		this.catalog = catalog;
		this.questions = questions;
		this.worker = worker;
		this.home = home;
		names.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		names.addListSelectionListener(event -> {
			if (!event.getValueIsAdjusting()) choose();
		});
		final JScrollPane list = new JScrollPane(names);
		list.setPreferredSize(new Dimension(NAMES_WIDTH, 400));
		final JSplitPane sides = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, list, card);
		sides.setBorder(BorderFactory.createEmptyBorder());
		sides.setDividerLocation(NAMES_WIDTH);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
		for (final JButton button : List.of(add, teach, further, export, rename, remove, folder)) buttons.add(button);
		add.addActionListener(event -> questions.model().ifPresent(this::add));
		for (final JComponent part : List.of(this, names, card.textual()))
			ModelDrop.on(part, files -> files.forEach(this::add));
		export.addActionListener(event -> shown.ifPresent(this::export));
		rename.addActionListener(event -> shown.ifPresent(this::rename));
		remove.addActionListener(event -> shown.ifPresent(this::remove));
		further.addActionListener(event -> shown.ifPresent(model -> act(() -> {
			catalog.trainFurther(model);
			return model.name();
		})));
		teach.addActionListener(event -> shown.ifPresent(model -> act(() -> {
			catalog.teach(model);
			return model.name();
		})));
		folder.addActionListener(event -> questions.open(catalog.folder()));
		Plain.tip(add, "Copies a model, a zip or a folder, into your library; or drop it on this window");
		Plain.tip(rename, "What comes with Fovea keeps its name");
		Plain.tip(remove, "What comes with Fovea stays");
		Plain.tip(further, "Begins a training with this model's network and weights");
		Plain.tip(teach, "Begins with this model, and learns from strokes that you draw on the active image");
		setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		add(sides, BorderLayout.CENTER);
		add(buttons, BorderLayout.SOUTH);
		enableButtons();
	}

	/** @param name to be chosen; where there is none of that name, the first is */
	void refresh(final String name) {
		worker.execute(() -> {
			final List<ModelCatalog.Listed> all = catalog.models();
			home.execute(() -> {
				models = all;
				names.setListData(all.stream().map(ModelsPane::label).toArray(String[]::new));
				final int index =
						all.stream().map(ModelCatalog.Listed::name).toList().indexOf(name);
				if (!all.isEmpty()) names.setSelectedIndex(Math.max(0, index));
				names.ensureIndexIsVisible(Math.max(0, index));
			});
		});
	}

	private static String label(final ModelCatalog.Listed model) {
		return model.remark().isEmpty() ? model.name() : model.name() + " (" + model.remark() + ")";
	}

	/** @return name of the model that is chosen; null for none */
	private String chosen() {
		final int index = names.getSelectedIndex();
		return index < 0 || index >= models.size() ? null : models.get(index).name();
	}

	private void choose() {
		final String name = chosen();
		shown = Optional.empty();
		enableButtons();
		if (name == null) return;
		card.wait(name);
		worker.execute(() -> {
			try {
				final ShownModel model = catalog.card(name);
				final ModelPictures pictures = ModelPictures.of(model);
				home.execute(() -> show(model, pictures));
			} catch (final FoveaException e) {
				home.execute(() -> {
					if (name.equals(chosen())) card.complain(name, e.getMessage());
				});
			}
		});
	}

	private void show(final ShownModel model, final ModelPictures pictures) {
		if (!model.name().equals(chosen())) return; // another one is wanted by now
		shown = Optional.of(model);
		card.show(model.name(), model.lines(), pictures);
		enableButtons();
	}

	private void enableButtons() {
		final boolean own = shown.map(ShownModel::own).orElse(false);
		export.setEnabled(shown.isPresent());
		rename.setEnabled(own);
		remove.setEnabled(own);
		further.setEnabled(shown.flatMap(ShownModel::training).isPresent());
		teach.setEnabled(further.isEnabled()
				&& !shown.map(ShownModel::classes).orElse(List.of()).isEmpty());
	}

	private void add(final Path file) {
		act(() -> catalog.add(file));
	}

	private void export(final ShownModel model) {
		final Optional<Path> file = questions.file(model.name());
		if (file.isPresent())
			act(() -> {
				catalog.export(model.name(), file.get());
				return model.name();
			});
	}

	private void rename(final ShownModel model) {
		final Optional<String> other = questions.otherName(model.name());
		if (other.isPresent())
			act(() -> {
				catalog.rename(model.name(), other.get());
				return other.get();
			});
	}

	private void remove(final ShownModel model) {
		if (questions.mayRemove(model.name()))
			act(() -> {
				catalog.remove(model.name());
				return "";
			});
	}

	private void act(final Deed deed) {
		worker.execute(() -> {
			try {
				final String chosen = deed.run();
				home.execute(() -> refresh(chosen));
			} catch (final FoveaException e) {
				home.execute(() -> questions.complain(e.getMessage()));
			}
		});
	}
}
