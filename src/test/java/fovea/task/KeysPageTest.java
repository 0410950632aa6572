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
package fovea.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.task.train.SelfSupervision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/keys.md are made of the options. Where one has changed, run this test with
 * {@code -Dfovea.write=true}.
 */
class KeysPageTest {

	private static final Path PAGE = Path.of("docs", "keys.md");
	private static final Path LATENT = Path.of("docs", "latent.md");

	@Test
	void tellsWhatIsSaidOfALatentSpace() throws IOException {
		final String page = replaced(Files.readString(LATENT), "latent", LatentOptions.ALL.stream());
		requireSame(LATENT, page);
	}

	@Test
	void tellsWhatTheOptionsSay() throws IOException {
		String page = Files.readString(PAGE);
		page = replaced(
				page,
				"all",
				Stream.<Option<?>>of(TaskKind.SEGMENT.model()),
				Running.ALL.stream(),
				Stream.of(Running.DEVICE));
		page = replaced(page, "segment", TaskKind.SEGMENT.own().stream());
		page = replaced(page, "restore", TaskKind.DENOISE.own().stream(), TaskKind.RECONSTRUCT.own().stream());
		page = replaced(page, "zarr", OpenZarr.OPTIONS.stream());
		page = replaced(page, "self", Stream.<Option<?>>of(SelfSupervision.WANTED), SelfSupervision.OPTIONS.stream());
		page = replaced(page, "folders", Folders.OPTIONS.stream().filter(option -> !isOfATask(option)));
		page = replaced(page, "trainings", OptionTest.ofTrainings());
		requireSame(PAGE, page);
	}

	private static void requireSame(final Path file, final String page) throws IOException {
		if (Boolean.getBoolean("fovea.write")) Files.writeString(file, page);
		assertEquals(page, Files.readString(file), "run this test with -Dfovea.write=true");
	}

	private static boolean isOfATask(final Option<?> option) {
		return Stream.of(TaskKind.values())
				.flatMap(kind -> kind.options().stream())
				.anyMatch(other -> other.key().equals(option.key()));
	}

	@SafeVarargs
	@SuppressWarnings("varargs") // only read
	private static String replaced(final String page, final String name, final Stream<Option<?>>... options) {
		final String begin = "<!-- options: " + name + " -->\n";
		final String end = "<!-- end of options -->\n";
		final int from = page.indexOf(begin) + begin.length();
		final int to = page.indexOf(end, from);
		assertEquals(true, from >= begin.length() && to > 0, "no table " + name);
		return page.substring(0, from)
				+ "\n| key | option | what it says | default |\n|---|---|---|---|\n"
				+ rows(Stream.of(options).flatMap(each -> each).toList())
				+ "\n"
				+ page.substring(to);
	}

	/** Options of one key have one line. */
	private static String rows(final List<Option<?>> options) {
		return options.stream()
				.collect(Collectors.groupingBy(
						option -> option.key() + "/" + option.name(), LinkedHashMap::new, Collectors.toList()))
				.values()
				.stream()
				.map(KeysPageTest::row)
				.collect(Collectors.joining());
	}

	private static String row(final List<Option<?>> same) {
		final Option<?> option = same.get(0);
		return "| " + code(option.key(), "none")
				+ " | " + code(name(option), "none")
				+ " | " + option.help().replace("*", "\\*")
				+ " | " + same.stream().map(KeysPageTest::initial).distinct().collect(Collectors.joining(" or "))
				+ " |\n";
	}

	private static String name(final Option<?> option) {
		if (option.names().isEmpty()) return "";
		final String name = option.names().get(option.names().size() - 1);
		return option.isFlag() && inFiles(option).equals("true") ? "--no-" + name.substring(2) : name;
	}

	private static String code(final String text, final String otherwise) {
		return text.isEmpty() ? otherwise : "`" + text + "`";
	}

	private static <T> String inFiles(final Option<T> option) {
		return option.text(option.inFiles());
	}

	private static <T> String initial(final Option<T> option) {
		final String value = option.text(option.initial());
		final String told = option.otherwise().isEmpty()
				? code(value, "none")
				: (value.isEmpty() || option.key().isEmpty() ? "" : "`" + value + "`: ") + option.otherwise();
		final boolean isOther = !option.isOfFiles() || value.equals(inFiles(option));
		return isOther ? told : told + "; of files `" + inFiles(option) + "`";
	}
}
