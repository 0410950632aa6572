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
package fovea.task.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.base.FoveaException;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.TrainingChoices;
import fovea.task.Option;
import fovea.task.Values;
import fovea.train.augment.Augmentation;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who chooses nothing gets the same by every way. */
class TrainingTaskTest {

	private static final NoiseChoice NONE = new NoiseChoice.Nothing();

	@ParameterizedTest
	@EnumSource(TrainingTask.class)
	void aDialogBeginsWithTheDefaults(final TrainingTask task) throws FoveaException {
		final NetworkChoice network = NetworkChoice.named(task.architecture().initial());
		assertEquals(
				TrainingChoices.of(network, NONE), TrainingTask.choices(network, NONE, Values.initial(task.options())));
	}

	/** It cuts no patches and changes no image unless it is told to. */
	@Test
	void aCommandLineBeginsWithThemButForPatchesAndChanges() throws FoveaException {
		final NetworkChoice network = NetworkChoice.named("cae-denoise");
		final List<Option<?>> options = TrainingTask.GROUPS.stream()
				.flatMap(group -> group.options().stream())
				.<Option<?>>map(option -> option)
				.toList();
		assertEquals(
				TrainingChoices.of(network, NONE).withPatch(OptionalInt.of(0)).withAugmentation(Augmentation.NONE),
				TrainingTask.choices(network, NONE, Values.inFiles(options)));
		assertEquals(options.size(), options.stream().distinct().count());
		assertEquals(
				options.size(),
				options.stream()
						.flatMap(option -> Stream.of(option.name()))
						.distinct()
						.count());
	}
}
