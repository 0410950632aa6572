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
package fovea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.ij1.bridge.HeadlessImageJ;
import fovea.ij1.bridge.OpenImageJ;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where ImageJ's users find the results of a segmentation. */
@ExtendWith(Hosts.class)
@Tag("thorough")
class SegmentResultsTest {

	private static final Path SAMPLE = Path.of("samples", "blobs.tif").toAbsolutePath();

	@TempDir
	private Path folder;

	private static String macro(final String text) {
		return text.replace('\'', '"').replace("SAMPLE", SAMPLE.toString());
	}

	private static final String TABLES = """
			open('SAMPLE');
			run('Segment (FCN)...', 'model=blobs-threshold table=true');
			n = nResults;
			rename('again');
			run('Segment (FCN)...', 'model=blobs-threshold table=true');
			print(nResults / n);
			print(getResultString('Image', 0) + ' ' + getResultString('Image', n) + ' ' + getResultLabel(n));
			run('Segment (FCN)...', 'model=blobs-threshold table=false');
			print(nResults / n);
			""";

	private static final List<String> APPENDED = List.of("2", "blobs.tif again object-1", "2");

	@Test
	void rowsOfSeveralImagesAreInOneTable(final OpenImageJ imageJ) throws Exception {
		assertEquals(APPENDED, imageJ.run(macro(TABLES)).output());
		try (OpenImageJ imageJ2Like = new OpenImageJ(folder, true)) {
			assertEquals(APPENDED, imageJ2Like.run(macro(TABLES)).output());
		}
	}

	private static final String MASK = """
			open('SAMPLE'); // ImageJ reads its preferences
			run('Select None');
			setOption('BlackBackground', BLACK);
			run('Segment (FCN)...', 'model=blobs-threshold mask=true table=true');
			print(is('binary') + ' ' + is('Inverting LUT'));
			pixels = 0;
			for (i = 0; i < nResults; i++) pixels += getResult('Pixels', i);
			run('Clear Results');
			run('Create Selection');
			getStatistics(area, mean, min, max);
			print(min + ' ' + max + ' ' + (area - pixels));
			run('Clear Results');
			""";

	/** The last command stops the macro: there is nothing more to bring back. */
	private static final String OVERLAY = """
			open('SAMPLE');
			makeRectangle(1, 1, 5, 5);
			run('Add Selection...');
			run('Select None');
			run('Segment (FCN)...', 'model=blobs-threshold fill=0.5 colors=object points=true');
			n = Overlay.size;
			run('Restore Overlay');
			print(Overlay.size);
			run('Restore Overlay');
			again = Overlay.size;
			print(again - n);
			run('Segment (FCN)...', 'model=blobs-threshold labels=true');
			info = getMetadata('Info');
			place = indexOf(info, 'Fovea macro: run(');
			if (place >= 0) print(1);
			run('Restore Overlay');
			print('not reached');
			""";

	/** One after the other, for starting ImageJ takes longer. */
	@Test
	void theyAreWithoutAWindow() throws Exception {
		final String masks = MASK.replace("BLACK", "false") + MASK.replace("BLACK", "true");
		final JavaProcess.Outcome outcome =
				new HeadlessImageJ(folder).run(macro(TABLES + "run('Clear Results');\n" + masks + OVERLAY));
		final List<String> expected = new ArrayList<>(APPENDED);
		expected.addAll(List.of("1 1", "255 255 0", "1 0", "255 255 0")); // a mask selects its objects
		expected.addAll(List.of("1", "0", "1")); // a replaced overlay comes back
		assertEquals(expected, outcome.output(), () -> outcome.errors().toString());
	}
}
