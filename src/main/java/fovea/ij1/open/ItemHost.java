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
package fovea.ij1.open;

import fovea.base.FoveaException;
import fovea.ij1.EncodingResults;
import fovea.ij1.RasterStacks;
import fovea.ij1.files.RoiItems;
import fovea.image.Raster;
import fovea.latent.Encoding;
import fovea.latent.Encodings;
import fovea.latent.ItemSource;
import fovea.ui.latent.ExplorerHost;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javax.swing.Timer;

/**
 * ImageJ for the latent space's window: items are slices, ROIs or patches of an open image, or of files. What a person
 * selects is looked for some times in a second: ImageJ tells of slices and ROIs in several ways, and not in all cases.
 * Swing's thread only.
 */
public final class ItemHost implements ExplorerHost {

	private static final int PERIOD_MS = 200;

	private final Optional<ItemImage> image;
	private final Encodings encodings;
	private final Timer timer = new Timer(PERIOD_MS, e -> look());
	private IntConsumer selected = index -> {};
	private Optional<ItemImage.Seen> seen = Optional.empty();

	/**
	 * @param image that the items are in; empty: they are in files
	 * @param source of the items
	 * @param encodings of all items of it
	 * @return what shows them
	 * @throws FoveaException if ROIs cannot be read
	 */
	public static ItemHost of(final Optional<ImagePlus> image, final ItemSource source, final Encodings encodings)
			throws FoveaException {
		final boolean cut = image.isPresent() && source instanceof RoiItems;
		return new ItemHost(image, cut ? ((RoiItems) source).rois(0) : List.of(), encodings);
	}

	/** @param rois by which items were cut out, none if they were not */
	ItemHost(final Optional<ImagePlus> image, final List<Roi> rois, final Encodings encodings) {
		this.image = image.map(open -> new ItemImage(
				open, rois, encodings.all().stream().map(Encoding::place).toList()));
		this.encodings = encodings;
	}

	private Optional<ItemImage> open() {
		return image.filter(ItemImage::isOpen);
	}

	@Override
	public boolean hasImage() {
		return image.isPresent();
	}

	@Override
	public void select(final int index) {
		open().ifPresent(open -> {
			open.select(index);
			seen = Optional.of(open.seen());
		});
	}

	@Override
	public void listen(final IntConsumer listener) {
		selected = listener;
		seen = open().map(ItemImage::seen);
		if (image.isPresent()) timer.start();
	}

	private void look() {
		final Optional<ItemImage.Seen> now = open().map(ItemImage::seen);
		if (now.isEmpty() || now.equals(seen)) return;
		seen = now;
		final OptionalInt index = image.get().index(now.get());
		index.ifPresent(selected);
	}

	/** {@inheritDoc} These are the columns of a Results table with as many rows, and of ROIs their groups and names. */
	@Override
	public Map<String, List<String>> columns() {
		final Map<String, List<String>> columns = new LinkedHashMap<>();
		image.ifPresent(open -> columns.putAll(open.columns()));
		final ResultsTable table = ResultsTable.getResultsTable();
		if (table == null || table.size() != encodings.size()) return columns;
		for (final String heading : table.getHeadings()) {
			final List<String> values = new ArrayList<>();
			for (int row = 0; row < table.size(); row++) {
				final String value = table.getStringValue(heading, row);
				values.add(value == null ? "" : value);
			}
			columns.putIfAbsent(heading, values);
		}
		return columns;
	}

	/** {@inheritDoc} It is the ROI Manager, which is opened if need be. */
	@Override
	public void collect(final List<Integer> indices) {
		final RoiManager open = RoiManager.getInstance2();
		final RoiManager manager = open == null ? new RoiManager() : open;
		for (final int index : indices)
			image.ifPresent(items ->
					manager.addRoi(items.roi(index, encodings.all().get(index).id())));
	}

	/**
	 * {@inheritDoc} It becomes the label of a slice, or the class of a ROI; of patches nothing is kept in the image.
	 */
	@Override
	public void label(final List<Integer> indices, final String label) {
		open().ifPresent(open -> indices.forEach(index -> open.label(index, label)));
	}

	@Override
	public void show(final String title, final List<Raster> images, final List<String> labels) throws FoveaException {
		RasterStacks.of(title, images, labels).show();
	}

	@Override
	public void table(final Encodings shown) {
		EncodingResults.show(shown);
	}

	@Override
	public void close() {
		timer.stop();
	}
}
