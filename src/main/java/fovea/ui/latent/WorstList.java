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

import fovea.latent.Encoding;
import fovea.latent.Encodings;
import fovea.ui.plain.Plain;
import java.awt.BorderLayout;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;

/** All items, those first that are given back worst. Swing's thread only. */
final class WorstList extends JPanel implements Explorer.Shown {

	private static final long serialVersionUID = 1;
	private static final List<String> COLUMNS = List.of("item", "label", "loss", "error");

	private final JTable table;
	private final transient Explorer explorer;
	private final int[] order;
	private boolean showing;

	/** Reads the state at every look: labels change. */
	private final class Rows extends AbstractTableModel {

		private static final long serialVersionUID = 1;

		@Override
		public int getRowCount() {
			return order.length;
		}

		@Override
		public int getColumnCount() {
			return COLUMNS.size();
		}

		@Override
		public String getColumnName(final int column) {
			return COLUMNS.get(column);
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final Encoding encoding = explorer.state().encodings().all().get(order[row]);
			return switch (column) {
				case 0 -> encoding.id();
				case 1 -> encoding.label();
				case 2 -> number(encoding.loss());
				default -> number(encoding.error());
			};
		}
	}

	/** @param picked hears of an item that was chosen */
	WorstList(final Explorer explorer, final IntConsumer picked) {
		super(new BorderLayout());
		this.explorer = explorer;
		order = worstFirst(explorer.state().encodings());
		table = Plain.table(new Rows());
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.getSelectionModel().addListSelectionListener(e -> {
			if (!showing && !e.getValueIsAdjusting() && table.getSelectedRow() >= 0)
				picked.accept(order[table.getSelectedRow()]);
		});
		table.setName("worst");
		add(new JScrollPane(table), BorderLayout.CENTER);
		explorer.add(this);
	}

	/** @return indices in the order of {@link Encodings#worstFirst()} */
	static int[] worstFirst(final Encodings encodings) {
		return IntStream.range(0, encodings.size())
				.boxed()
				.sorted(Comparator.comparingDouble(i -> {
					final double loss = encodings.all().get(i).loss();
					return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : -loss;
				}))
				.mapToInt(i -> i)
				.toArray();
	}

	static String number(final double value) {
		return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
	}

	@Override
	public void changed(final ExplorerState before, final ExplorerState now) {
		if (before.encodings() != now.encodings()) table.repaint();
		if (before.current().equals(now.current()) || now.current().isEmpty()) return;
		showing = true;
		try {
			final int row = IntStream.range(0, order.length)
					.filter(r -> order[r] == now.current().getAsInt())
					.findFirst()
					.orElseThrow();
			table.setRowSelectionInterval(row, row);
			table.scrollRectToVisible(table.getCellRect(row, 0, true));
		} finally {
			showing = false;
		}
	}
}
