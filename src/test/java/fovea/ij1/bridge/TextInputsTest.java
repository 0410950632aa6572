package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import fovea.FoveaException;
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
		assertEquals(List.of("model", "threshold", "minsize", "overlay", "mask", "labels", "probabilities", "table",
			"roimanager", "normalize", "channels", "scope", "tilesize", "halo", "signature", "tensor", "axes"), //
			List.copyOf(new TextInputs(module).items().keySet()));
	}

	@Test
	void defaultsAreWrittenAsMacrosWriteThem() {
		assertEquals("blobs-threshold", inputs.toMacro().values().get("model"));
		assertEquals("0.5", inputs.toMacro().values().get("threshold"));
		assertEquals("-1", inputs.toMacro().values().get("halo"));
		assertEquals("true", inputs.toMacro().values().get("overlay"));
		assertEquals("", inputs.toMacro().values().get("channels"));
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
	@CsvSource({ "threshold, abc", "threshold, ''", "tilesize, 1.5", "tilesize, 99999999999", "mask, yes", "mask, ''" })
	void whatIsNoValueIsToldWithItsName(final String name, final String text) {
		final String message = assertThrows(FoveaException.class, () -> inputs.set(name, text)).getMessage();
		assertTrue(message.startsWith(name + ": expected ") && message.endsWith("got '" + text + "'"), message);
	}
}
