package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class MemorySizeTest {

	@ParameterizedTest
	@CsvSource({ "1, 1", "4096, 4096", "512m, 536870912", "2g, 2147483648", "2G, 2147483648", "2GB, 2147483648",
		"2GiB, 2147483648", "1.5k, 1536", "1t, 1099511627776" })
	void readsUnitsOf1024(final String text, final long bytes) {
		assertEquals(bytes, new MemorySize().convert(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "g", "-1g", "0", "2x", "1e9", "two", "999999999999999t" })
	void refusesWhatIsNoAmountOfMemory(final String text) {
		final var e = assertThrows(TypeConversionException.class, () -> new MemorySize().convert(text));
		assertTrue(e.getMessage().contains("'" + text + "'"), e.getMessage());
	}
}
