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
package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.ij1.macro.TextInputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

class TextInputsTest {

	private Module module;
	private TextInputs inputs;

	@BeforeEach
	void create() throws ModuleException {
		module = Modules.create("fovea.command.SegmentCommand");
		inputs = new TextInputs(module);
	}

	@Test
	void areTheParametersWithoutImageAndServices() throws ModuleException {
		module.initialize();
		assertEquals(
				List.of(
						"model",
						"threshold",
						"minsize",
						"confidence",
						"split",
						"scale",
						"link",
						"overlay",
						"mask",
						"labels",
						"probabilities",
						"points",
						"table",
						"fill",
						"colors",
						"roimanager",
						"region",
						"normalize",
						"channels",
						"scope",
						"orientations",
						"border",
						"tilesize",
						"halo",
						"precision",
						"signature",
						"tensor",
						"axes",
						"trustmodel",
						"device"),
				List.copyOf(new TextInputs(module).items().keySet()));
	}

	@Test
	void macrosSayWhatDiffersFromTheDefaults() throws FoveaException {
		assertEquals(Map.of("model", "nuclei"), inputs.toMacro().values());
		inputs.set("threshold", "0.25");
		inputs.set("halo", "7");
		inputs.set("overlay", "false");
		inputs.set("channels", "1");
		assertEquals(
				Map.of("model", "nuclei", "threshold", "0.25", "halo", "7", "overlay", "false", "channels", "1"),
				inputs.toMacro().values());
		inputs.set("overlay", "true");
		assertFalse(inputs.toMacro().values().containsKey("overlay"));
	}

	@Test
	void textBecomesTheTypeOfTheInput() throws FoveaException {
		inputs.set("threshold", "1");
		inputs.set("tilesize", "256.0");
		inputs.set("mask", "true");
		inputs.set("model", " /a b ");
		assertEquals(1.0, module.getInput("threshold"));
		assertEquals(256, module.getInput("tilesize"));
		assertEquals(true, module.getInput("mask"));
		assertEquals("/a b", module.getInput("model"));
	}

	@ParameterizedTest
	@CsvSource({"threshold, abc", "threshold, ''", "tilesize, 1.5", "tilesize, 99999999999", "mask, yes", "mask, ''"})
	void whatIsNoValueIsToldWithItsName(final String name, final String text) {
		final String message =
				assertThrows(FoveaException.class, () -> inputs.set(name, text)).getMessage();
		assertTrue(message.startsWith(name + ": expected ") && message.endsWith("got '" + text + "'"), message);
	}
}
