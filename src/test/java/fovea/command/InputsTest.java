package fovea.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import fovea.FoveaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

	@Test
	void channelsCountFromOneAndMayRepeat() throws FoveaException {
		assertEquals(List.of(1, 1, 3), Inputs.channels("1, 1,3 "));
		assertEquals(List.of(), Inputs.channels(" "));
		assertEquals(List.of(), Inputs.channels(null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1,", ",1", "1;2", "-1", "1.5", "red", "99999999999" })
	void anythingElseIsRefused(final String text) {
		assertThrows(FoveaException.class, () -> Inputs.channels(text));
	}
}
