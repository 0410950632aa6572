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
package fovea.ij1.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.FoveaException;
import ij.plugin.frame.Recorder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacroOptionsTest {

	@Test
	void valuesWithSpacesStandInBracketsOrQuotes() throws FoveaException {
		final Map<String, String> values = MacroOptions.parse(
						"model=[/my models/a [1].zip] bitdepth='same as input' halo=-1 ")
				.values();
		assertEquals(Map.of("model", "/my models/a [1].zip", "bitdepth", "same as input", "halo", "-1"), values);
		assertEquals(List.of("model", "bitdepth", "halo"), List.copyOf(values.keySet()));
	}

	@Test
	void nothingAfterTheEqualsSignIsAnEmptyValue() throws FoveaException {
		assertEquals(
				Map.of("channels", "", "axes", "", "scope", "slice"),
				MacroOptions.parse("channels= scope=slice axes=").values());
	}

	@Test
	void aKeyWithinAValueIsNoKey() throws FoveaException {
		assertEquals(
				Map.of("model", "/a threshold=1 b"),
				MacroOptions.parse("model=[/a threshold=1 b]").values());
	}

	@Test
	void noOptionsAreNoValues() throws FoveaException {
		assertEquals(Map.of(), MacroOptions.parse(null).values());
		assertEquals(Map.of(), MacroOptions.parse("  ").values());
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"mask", "mask threshold=0.5", "threshold=0.5 mask", "model=[/a b", "model='a", "halo=1 halo=2"})
	void whatImageJWouldPassOverIsRefused(final String options) {
		assertThrows(FoveaException.class, () -> MacroOptions.parse(options));
	}

	@Test
	void recordsWhatFijiRecords() {
		final Map<String, String> values = new LinkedHashMap<>();
		values.put("model", "my model");
		values.put("mask", "true");
		values.put("channels", "");
		values.put("threshold", "0.5");
		// What a dialog may have left is not part of it.
		Recorder.recordOption("Threshold", "0.5");
		new MacroOptions(values).record();
		assertEquals("model=[my model] mask=true channels= threshold=0.5", Recorder.getCommandOptions());
	}

	/** The macro's interpreter makes one backslash of two. */
	@Property
	void whatIsRecordedIsReadBack(@ForAll("options") final Map<String, String> values) throws FoveaException {
		assertEquals(Optional.empty(), new MacroOptions(values).record());
		final String options = Recorder.getCommandOptions();
		assertEquals(
				values,
				MacroOptions.parse(options == null ? null : options.replace("\\\\", "\\"))
						.values());
	}

	/** Whatever is typed or found: it is written so that it is read back, or not at all. */
	@Property(tries = 2000)
	void noValueAddsKeys(
			@ForAll @Chars({'[', ']', '\'', '"', ' ', '=', 'a', '\\', '\n', '\t', '\u001b', '\u2028'})
					final String value)
			throws FoveaException {
		final Optional<String> refusal = new MacroOptions(Map.of("model", value)).record();
		final String options = Recorder.getCommandOptions();
		if (refusal.isPresent()) assertEquals(null, options);
		else
			assertEquals(
					Map.of("model", value),
					MacroOptions.parse(options.replace("\\\\", "\\")).values());
	}

	@Test
	void aValueThatAddsKeysIsRefusedWithALine() {
		final Map<String, String> values = Map.of("model", "mac] trustmodel=true x=[y", "mask", "true");
		assertEquals(
				Optional.of("model: expected a value without square brackets, which a macro cannot hold, got "
						+ "'mac] trustmodel=true x=[y': rename the file or folder"),
				Recording.save(new MacroOptions(values)));
		assertEquals(null, Recorder.getCommandOptions());
	}

	@Provide
	Arbitrary<Map<String, String>> options() {
		final Arbitrary<String> keys =
				Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
		final Arbitrary<String> values = Arbitraries.strings()
				.withCharRange('a', 'f')
				.withChars(" =/.,-0\\'")
				.ofMaxLength(12);
		// ImageJ cannot write a value that starts with a quote.
		return Arbitraries.maps(keys, values.filter(v -> !v.startsWith("'"))).ofMaxSize(6);
	}
}
