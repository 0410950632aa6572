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
package fovea.ij1;

import fovea.base.ImageException;
import fovea.chart.ScatterPlot;
import fovea.latent.Encoding;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;

/** Encodings as ImageJ's tables and images. Stateless. */
public final class EncodingResults {

	private static final String NAME = "Results";

	private EncodingResults() {}

	/**
	 * @param encodings any
	 * @return a row for each: id, label, z1, z2, ..., error, loss
	 */
	public static ResultsTable table(final Encodings encodings) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.setPrecision(6);
		final List<String> headings = EncodingTable.headings(encodings.dimensions());
		for (final Encoding encoding : encodings.all()) {
			table.addRow();
			TableCells.add(table, headings.get(0), encoding.id());
			TableCells.add(table, headings.get(1), encoding.label());
			for (int d = 0; d < encodings.dimensions(); d++) table.addValue(headings.get(2 + d), encoding.z()[d]);
			table.addValue(headings.get(headings.size() - 2), encoding.error());
			table.addValue(headings.get(headings.size() - 1), encoding.loss());
		}
		return table;
	}

	/**
	 * Makes encodings the Results table.
	 *
	 * @param encodings any
	 */
	public static void show(final Encodings encodings) {
		Host.showTable(table(encodings));
	}

	/**
	 * @return what the Results table says
	 * @throws ImageException if it is empty, or is no table of encodings
	 */
	public static Encodings read() throws ImageException {
		return EncodingTable.parse(NAME, TableCells.lines(ResultsTable.getResultsTable()));
	}

	/**
	 * @param plot of encodings
	 * @param title of the image
	 * @param width in pixels
	 * @param height in pixels
	 * @return the plot as a color image, not shown
	 */
	public static ImagePlus picture(final ScatterPlot plot, final String title, final int width, final int height) {
		return new ImagePlus(title, plot.image(width, height));
	}
}
