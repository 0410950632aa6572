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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What cannot be meant by the options of {@code fovea train} is told before anything is trained. */
@Tag("thorough")
class TrainUsageTest {

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private String images;
	private String masks;

	@BeforeEach
	void makeImages() throws IOException {
		calls = new TrainingCalls(folder);
		images = calls.grayImages("images", 2, (x, y) -> x + y);
		masks = calls.grayImages("masks", 2, (x, y) -> x / 16);
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"--mask-kind index | two --classes or more",
				"--mask-kind index --classes only | two --classes or more",
				"--mask-kind colour --classes a=#000000,b | 'b'",
				"--mask-kind colour --classes a=#000000,b=#00g000 | #00g000",
				"--mask-kind color --classes a=#000000,b=#00ff00,c=#00FF00 | #00ff00 for both 'b' and 'c'",
				"--mask-kind index --classes a,b,a | 'a' twice",
				"--mask-kind index --classes a,,b | expected a name",
				"--mask-kind index --classes a,b --ignore 1 | class 'b'",
				"--mask-kind index --classes a,b --ignore white | 'white'",
				"--mask-kind colour --classes a=#000000,b=#ffffff --ignore #FFFFFF | class 'b'",
				"--mask-kind colour --classes a=#000000,b=#ffffff --ignore 255 | expected a color",
				"--mask-kind rois --classes a,b=#00ff00 | 'b=#00ff00'",
				"--mask-kind rois --classes a,b,a | each name once",
				"--mask-kind rois --classes background | beside background",
				"--mask-kind rois --ignore 255 | --ignore",
				"--mask-kind rois --unlabelled forget | 'forget'",
				"--unlabelled ignore | --unlabelled",
				"--mask-kind rois-instances --targets elsewhere | expected one of",
				"--mask-kind paintings | 'paintings'",
				"--classes a,b | --classes",
				"--ignore 255 | --ignore",
				"--targets elsewhere | expected one of",
				"--class-folders | expected one of",
				"--validation-data elsewhere | --validation-masks",
				"--validation-masks elsewhere | --validation-data",
				"--class-weights 1,2,3 | expected 2",
				"--class-weights 1,2 --loss dice | crossentropy",
				"--loss worst | 'worst'",
				"--width 0 | width multiplier",
				"--size -8 | height",
				"--latent 3 | latent"
			})
	void wrongOptionsBesideMasks(final String options, final String part) {
		fails(options, part, "--architecture", "fcn-small", "--masks", masks);
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"--mask-kind index | needs --masks",
				"--mask-kind rois --class-folders | expected one of",
				"--unlabelled ignore | goes with",
				"--classes a,b | needs --masks",
				"--ignore 3 | needs --masks",
				"--labels file | --only",
				"--only 1,2 | --labels",
				"--target-labels file | is a folder",
				"--labels file --only 1 --target-labels file | not beside",
				"--noise much | --noise",
				"--noise pink:0.1 | --noise",
				"--brightness -1 | brightness",
				"--contrast 1 | contrast",
				"--learning-rate 0 | a number above 0",
				"--decay -1 | decay",
				"--plateau -1 | plateau",
				"--plateau-factor 0.5 | --plateau",
				"--plateau 2 --plateau-factor 1 | plateau factor",
				"--cosine 1.5 | cosine",
				"--cosine 0.4 --decay 0.1 | --decay",
				"--cosine 0.4 --plateau 2 | --plateau",
				"--average 1 | averaging",
				"--average much | --average",
				"--scale 0.7-1.5 | --patch",
				"--patch 8 --scale 0-1 | scale",
				"--precision float16 | expected float32 or mixed-bfloat16, got 'float16'",
				"--gamma 1.4-0.7 | --gamma",
				"--gamma 0 | gamma",
				"--gamma dark | 'dark'",
				"--blur 0-1.5 | --blur",
				"--checkpoint-every 2 | --checkpoints",
				"--steps-per-epoch -1 | steps per epoch",
				"--validation 1 | validation fraction",
				"--validation 0.2 --validation-data elsewhere | not beside",
				"--validation-targets elsewhere | --validation-data",
				"--targets next-frame --validation-targets elsewhere --validation-data elsewhere | "
						+ "where --data has --targets",
				"--targets next-frame --self-supervised | --targets",
				"--normalize loud | loud",
				"--width 2 | what the file says"
			})
	void wrongOptions(final String options, final String part) throws IOException {
		fails(options, part, "--architecture", calls.tiny());
	}

	@Test
	void networksAreForImagesOrForClasses() throws IOException {
		fails("", "tells classes apart", "--architecture", "fcn-small");
		fails("", "makes images", "--architecture", "cae-denoise", "--masks", masks);
	}

	private void fails(final String options, final String part, final String... more) {
		final List<String> all = new ArrayList<>(List.of("--data", images));
		all.addAll(List.of(more));
		if (options != null && !options.isEmpty()) all.addAll(List.of(options.split(" ")));
		// Messages about what an architecture takes are not about the command line.
		calls.assertFails(part.equals("latent") ? 1 : 2, List.of(), all.toArray(String[]::new));
		assertTrue(
				calls.err().toLowerCase(java.util.Locale.ROOT).contains(part.toLowerCase(java.util.Locale.ROOT)),
				calls.err());
	}

	@Test
	void whatIsReadIsNotOverwritten() throws IOException {
		final Path image = Path.of(images, "a0.png");
		final byte[] before = Files.readAllBytes(image);
		calls.assertFails(
				2,
				List.of("overwrite"),
				"--architecture",
				calls.tiny(),
				"--data",
				image.toString(),
				"--out",
				image.toString());
		calls.assertFails(
				2, List.of("is a folder"), "--architecture", calls.tiny(), "--data", image.toString(), "--out", images);
		for (final String option : List.of("--targets", "--target-labels", "--validation-data"))
			calls.assertFails(
					2,
					List.of("overwrite"),
					"--architecture",
					calls.tiny(),
					"--data",
					images,
					option,
					image.toString(),
					"--out",
					image.toString());
		calls.assertFails(
				2, List.of("overwrite"), "--architecture", calls.tiny(), "--data", images, "--out", calls.tiny());
		assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(image)));
	}

	@Test
	void helpHasEveryOptionUnderAHeading() {
		assertEquals(0, calls.execute("train", "--help"));
		final List<String> headings = List.of(
				"What is to come out:",
				"Masks:",
				"The network:",
				"Noise and other changes at random:",
				"How much and how long:",
				"Loss and learning rate:",
				"Validation:",
				"This run:");
		int last = -1;
		for (final String heading : headings) {
			assertTrue(calls.out().indexOf("\n" + heading) > last, heading + calls.out());
			last = calls.out().indexOf("\n" + heading);
		}
		for (final String option : List.of(
				"--only",
				"--target-labels",
				"--classes",
				"--ignore",
				"--keras-weights",
				"--invert",
				"--scale",
				"--gamma",
				"--blur",
				"--cosine",
				"--average",
				"--steps-per-epoch",
				"--plateau-factor",
				"--validation-masks",
				"--checkpoint-every",
				"--precision")) assertTrue(calls.out().contains("      " + option), option);
	}

	@Test
	void examplesCanBeParsed() {
		final CommandLine line = Fovea.commandLine(null, null);
		final String[] examples = line.getSubcommands()
				.get("train")
				.getCommandSpec()
				.usageMessage()
				.footer();
		for (final String example : examples) {
			final String[] words = example.strip().split(" ");
			line.parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
		}
		assertTrue(examples.length >= 4);
	}
}
