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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/api.md shows to other programs: it compiles, and is what the example project has. */
class ApiPageTest {

	private static final Path PAGE = Path.of("docs", "api.md");
	/** What a reader has before a block begins. */
	private static final String READER = """
			import fovea.*;
			import fovea.ij1.adapter.ImagePlusAdapter;
			import ij.ImagePlus;
			import java.nio.file.Path;
			import java.util.List;
			import net.imglib2.RandomAccessibleInterval;
			import net.imglib2.type.numeric.integer.IntType;
			import net.imglib2.type.numeric.integer.UnsignedByteType;
			import net.imglib2.type.numeric.real.FloatType;
			abstract class Block%d {
				Fovea fovea;
				Model model;
				ImagePlus imp;
				RandomAccessibleInterval<UnsignedByteType> image, stack, crop;
				List<ImageData<?>> images, labelImages, testImages, testLabels;
				void run() throws Exception {
			%s
				}
			}
			""";

	@TempDir
	private Path folder;

	private static List<String> blocks(final Path page, final String language) throws IOException {
		final List<String> blocks = new ArrayList<>();
		final Matcher block = Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
				.matcher(Files.readString(page));
		while (block.find()) blocks.add(block.group(1));
		return blocks;
	}

	@Test
	void eachBlockOfJavaCompiles() throws IOException {
		final List<Path> sources = new ArrayList<>();
		for (final String block : blocks(PAGE, "java")) {
			final Path source = folder.resolve("Block" + sources.size() + ".java");
			Files.writeString(source, String.format(java.util.Locale.ROOT, READER, sources.size(), block));
			sources.add(source);
		}
		assertTrue(sources.size() > 5, sources.toString());
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final StringBuilder said = new StringBuilder();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			compiler.getTask(
							null,
							files,
							diagnostic -> said.append(diagnostic).append('\n'),
							List.of("-d", folder.toString(), "-proc:none", "-cp", JavaProcess.classPath()),
							null,
							files.getJavaFileObjectsFromPaths(sources))
					.call();
		}
		assertEquals("", said.toString());
	}

	@Test
	void theVersionIsThatOfTheProject() throws IOException {
		final Matcher version = Pattern.compile("<artifactId>fovea</artifactId>\\s*<version>([^<]+)</version>")
				.matcher(Files.readString(Path.of("pom.xml")));
		assertTrue(version.find());
		for (final String block : blocks(PAGE, "xml"))
			assertTrue(
					block.contains("<artifactId>fovea</artifactId>\n\t<version>" + version.group(1) + "</version>"),
					block);
		assertTrue(Files.readString(Path.of("examples", "java", "pom.xml"))
				.contains("<fovea.version>" + version.group(1) + "</fovea.version>"));
	}

	@Test
	void theClassifiersAreThoseOfTheProject() throws IOException {
		final String page = Files.readString(PAGE);
		final Matcher platform = Pattern.compile("<tensorflow.platform>([^<]+)</tensorflow.platform>")
				.matcher(Files.readString(Path.of("pom.xml")));
		int found = 0;
		while (platform.find()) {
			assertTrue(page.contains("`" + platform.group(1) + "`"), platform.group(1));
			found++;
		}
		assertEquals(5, found);
	}
}
