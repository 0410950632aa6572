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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ByteProcessor;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of objects in ImageJ's own table. */
class ResultsTableTest {

	private final ImagePlus image = new ImagePlus("source.tif", new ByteProcessor(4, 3));

	@BeforeEach
	@AfterEach
	void empty() {
		ResultsTable.getResultsTable().reset();
	}

	private void add(final int... objects) throws Exception {
		final byte[] classes = new byte[12];
		for (final int pixel : objects) classes[pixel] = 1;
		final Segmentation found = SegmentationFixture.of(4, 3, classes);
		ResultViews.table(found, image, Optional.empty());
	}

	@Test
	void whereNothingIsFoundThereAreAllHeadings() throws Exception {
		add(0);
		final String[] full = ResultsTable.getResultsTable().getHeadings();
		ResultsTable.getResultsTable().reset();
		add();
		final String[] none = ResultsTable.getResultsTable().getHeadings();
		for (final String heading : full)
			assertTrue(heading.equals("Label") || Arrays.asList(none).contains(heading), heading);
		assertEquals(0, ResultsTable.getResultsTable().size());
		add(0, 2);
		assertEquals(2, ResultsTable.getResultsTable().size());
		assertEquals(
				Arrays.asList(full),
				Arrays.asList(ResultsTable.getResultsTable().getHeadings()));
		assertEquals(1, ResultsTable.getResultsTable().getValue("Area", 1));
	}

	@Test
	void measureAddsToThem() throws Exception {
		add(0, 2);
		image.setRoi(1, 1, 2, 2);
		new Analyzer(image).measure();
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(3, table.size());
		assertEquals(4, table.getValue("Area", 2));
		assertEquals("object", table.getStringValue("Class", 0));
	}
}
