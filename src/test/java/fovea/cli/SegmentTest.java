package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fovea.ij1.files.Output;
import picocli.CommandLine;

class SegmentTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { " | OVERLAY MASK TABLE", "--mask --table | OVERLAY MASK TABLE",
		"--no-mask | OVERLAY TABLE", "--no-table | OVERLAY MASK", "--no-mask --no-table | OVERLAY",
		"--labels --probabilities | OVERLAY MASK LABELS PROBABILITIES TABLE" })
	void whatIsWritten(final String options, final String outputs) {
		final CommandLine fovea = Fovea.commandLine(null, null);
		fovea.parseArgs(("segment " + (options == null ? "" : options + " ") + "a.tif").split(" "));
		final Segment segment = fovea.getSubcommands().get("segment").getCommand();
		assertEquals(List.of(outputs.split(" ")), segment.outputs().stream().map(Output::name).toList());
	}
}
