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
package fovea.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

	@ParameterizedTest
	@CsvSource({
		"auto, AUTO, 0, auto",
		"cpu, CPU, 0, cpu",
		"gpu, GPU, 0, gpu",
		"gpu:0, GPU, 0, gpu",
		"gpu:1, GPU, 1, gpu:1",
		"' gpu:12 ', GPU, 12, gpu:12"
	})
	void isWhatIsWritten(final String text, final DeviceChoice.Kind kind, final int gpu, final String label)
			throws FoveaException {
		final DeviceChoice choice = DeviceChoice.of(text);
		assertEquals(new DeviceChoice(kind, gpu), choice);
		assertEquals(label, choice.label());
		assertEquals(choice, DeviceChoice.of(choice.label()));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "tpu", "gpu:", "gpu:-1", "gpu:x", "gpu1", "cpu:0", "gpu:1,2", "gpu:9999"})
	void anythingElseIsToldInOneLine(final String text) {
		assertEquals(
				"device: expected auto, cpu, gpu, or a GPU by its number such as gpu:1; got '" + text + "'",
				assertThrows(FoveaException.class, () -> DeviceChoice.of(text)).getMessage());
	}

	@Test
	void aProcessorHasNoNumber() {
		assertThrows(IllegalArgumentException.class, () -> new DeviceChoice(DeviceChoice.Kind.CPU, 1));
		assertThrows(IllegalArgumentException.class, () -> DeviceChoice.gpu(-1));
	}

	@Test
	void aDeviceIsFoundByItsLabel() {
		for (final Device device : List.of(Device.CPU, Device.gpu(0), Device.gpu(3)))
			assertEquals(Optional.of(device), Device.of(device.label()));
		assertEquals(Optional.empty(), Device.of("GPU"));
		assertEquals("GPU 3", Device.gpu(3).label());
	}

	@Test
	void nativesThatKnowGpusAreTakenFirst() {
		assertEquals(List.of("linux-x86_64-gpu", "linux-x86_64"), Natives.platforms("Linux", "amd64"));
		assertEquals(List.of("linux-arm64"), Natives.platforms("Linux", "aarch64"));
		assertEquals(List.of("macosx-arm64"), Natives.platforms("Mac OS X", "aarch64"));
		assertEquals(List.of("windows-x86_64"), Natives.platforms("Windows 11", "amd64"));
		assertTrue(Natives.haveGpu("linux-x86_64-gpu"));
		assertFalse(Natives.haveGpu("linux-x86_64"));
		assertEquals(
				"org/tensorflow/internal/c_api/windows-x86_64/jnitensorflow.dll", Natives.resource("windows-x86_64"));
		assertTrue(Natives.on(DeviceChoiceTest.class.getClassLoader()).isPresent(), "those that the tests run with");
	}
}
