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
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.FoveaException;
import fovea.image.ChannelChoice;
import fovea.segment.SegmentOptions;
import fovea.task.train.SelfSupervision;
import fovea.task.train.TrainingTask;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTest {

	static Stream<Option<?>> all() {
		return Stream.concat(
						Stream.of(TaskKind.values()).flatMap(kind -> kind.options().stream()),
						Stream.concat(
								Stream.of(
												Folders.OPTIONS.stream(),
												Stream.<Option<?>>of(Running.DEVICE, Folders.OVERWRITE),
												SelfSupervision.OPTIONS.stream(),
												SelfSupervision.NAMED.stream())
										.flatMap(each -> each),
								ofTrainings()))
				.distinct();
	}

	static Stream<Option<?>> ofTrainings() {
		return Stream.of(
						Stream.of(TrainingTask.values()).flatMap(task -> task.options().stream()),
						TrainingTask.REQUIRED.stream(),
						TrainingTask.GROUPS.stream().flatMap(group -> group.options().stream()))
				.flatMap(each -> each)
				.<Option<?>>map(option -> option)
				.distinct();
	}

	@ParameterizedTest
	@MethodSource("all")
	<T> void readsWhatItWrites(final Option<T> option) throws FoveaException {
		if (option.key().isEmpty()) return; // its default cannot be said
		for (final T value : List.of(option.initial(), option.inFiles()))
			assertEquals(value, option.read(" " + option.text(value)));
		for (final String choice : option.form().choices()) assertEquals(choice, option.text(option.read(choice)));
	}

	@ParameterizedTest
	@MethodSource("all")
	void isToldInWordsOfItsHosts(final Option<?> option) {
		assertEquals(true, option.key().matches("[a-z]*"), option.key());
		assertEquals(false, option.key().isEmpty() && option.name().isEmpty());
		assertEquals(true, option.names().stream().allMatch(name -> name.matches("-[a-z]|--[a-z]+(-[a-z]+)*")));
		assertEquals(option.key().isEmpty(), option.label().isEmpty());
		assertEquals(false, !option.key().isEmpty() && option.heading().isEmpty(), option.key());
		assertEquals(false, option.help().isEmpty() || option.help().endsWith("."), option.help());
	}

	@Test
	void channelsCountFromOneAndMayRepeat() throws FoveaException {
		assertEquals(List.of(1, 1, 3), Running.CHANNELS.read("1, 1,3 ").numbers());
		assertEquals(ChannelChoice.NONE, Running.CHANNELS.read(" "));
		assertEquals(ChannelChoice.NONE, Running.CHANNELS.read(null));
		assertEquals(ChannelChoice.ALL, Running.CHANNELS.read(" All"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"0", "1,", ",1", "1;2", "-1", "1.5", "red", "99999999999"})
	void whatIsNoChannelIsRefused(final String text) {
		assertThrows(FoveaException.class, () -> Running.CHANNELS.read(text));
	}

	@Test
	void autoIsAWordAmongNumbers() throws FoveaException {
		assertEquals(SegmentOptions.AUTO_MIN_SIZE, Segment.MIN_SIZE.read(" Auto "));
		assertEquals(20, Segment.MIN_SIZE.read("20"));
		assertEquals("20", Segment.MIN_SIZE.text(20));
		assertEquals(OptionalDouble.of(0.9), Segment.CONFIDENCE.read("0.9"));
		assertEquals("0.9", Segment.CONFIDENCE.text(OptionalDouble.of(0.9)));
		assertEquals(0.5, Segment.SCALE.read("0.5"));
	}

	@ParameterizedTest
	@CsvSource({
		"minsize, ''",
		"minsize, 0",
		"minsize, -3",
		"minsize, 2.5",
		"minsize, many",
		"minsize, 99999999999",
		"confidence, 1.5",
		"confidence, NaN",
		"scale, 0",
		"scale, 9",
		"scale, NaN",
		"threshold, NaN",
		"threshold, 2",
		"tilesize, -1",
		"halo, -2",
		"orientations, 3",
		"axes, byxq",
		"normalize, gamma",
		"mask, yes",
		"bitdepth, 16"
	})
	void whatMeansNothingIsRefusedUnderItsKey(final String key, final String text) {
		final Option<?> option =
				all().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
		final FoveaException e = assertThrows(FoveaException.class, () -> option.read(text));
		assertEquals(true, e.getMessage().startsWith(key + ": "), e.getMessage());
	}

	@Test
	void whatIsAutomaticCannotBeChosen() throws FoveaException {
		assertEquals(0, Running.HALO.readChosen("0"));
		assertEquals(
				"expected 0 or more, got '-1'",
				assertThrows(FoveaException.class, () -> Running.HALO.readChosen("-1"))
						.getMessage());
		assertEquals(
				"expected 1 or more, got '0'",
				assertThrows(FoveaException.class, () -> Running.TILE_SIZE.readChosen("0"))
						.getMessage());
	}

	@Test
	void shortWordsOfTheBitDepthAreTheSame() throws FoveaException {
		assertEquals(Denoise.SAME_TYPE.read("same as input"), Denoise.SAME_TYPE.read("same"));
		assertEquals(Denoise.SAME_TYPE.read("32-bit"), Denoise.SAME_TYPE.read("32"));
	}

	@Test
	void aFolderIsWorkedOnAsTheTaskItselfWould() throws FoveaException {
		final Values said = Values.initial(Folders.OPTIONS);
		for (final TaskKind kind : TaskKind.values())
			assertEquals(
					Values.inFiles(kind.options()).texts(),
					Folders.task(said.with(Folders.TASK, kind)).values().texts());
		final Option<?> threshold = Folders.OPTIONS.stream()
				.filter(option -> option.key().equals("threshold"))
				.findFirst()
				.orElseThrow();
		assertEquals(0.7, Folders.task(said.read(threshold, "0.7")).values().get(Segment.THRESHOLD));
	}
}
