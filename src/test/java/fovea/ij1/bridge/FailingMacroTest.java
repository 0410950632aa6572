package fovea.ij1.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure stops a macro and says why in one line; nothing after it runs, which might use the wrong image. */
class FailingMacroTest {

	private static final String START = "newImage('gray', '8-bit ramp', 32, 24, 1);\nprint('start');\n";
	private static final String END = "print('must not run');\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"threshold=7 | threshold: expected 0.0 to 1.0, got 7.0", //
		"normalize=gamma | normalize: expected one of model, percentile, zscore, minmax, div255, none; got 'gamma'", //
		"treshold=0.4 | unknown option 'treshold', expected one of axes, channels, halo, labels, mask, minsize, model, " + //
			"normalize, overlay, probabilities, roimanager, scope, signature, table, tensor, threshold, tilesize", //
		"model=no-such-model | Model 'no-such-model' not found: expected" })
	void plainImageJStopsAtAWrongOption(final String options, final String message) throws Exception {
		final List<String> output = run(START + "run('FCN Segment...', '" + options + "');\n" + END);
		assertStopped(List.of("start", "Macro Error: FCN Segment: " + message), output);
	}

	@Test
	void plainImageJStopsWithoutAnImage() throws Exception {
		final List<String> output = run("run('CAE Denoise...', '');\n" + END);
		assertStopped(List.of("Macro Error: CAE Denoise: no image is open, expected one to work on"), output);
	}

	/** In Fiji the command runs on another thread than the macro. */
	@Test
	void aCommandOnSciJavasThreadStopsTheMacroThatWaitsForIt() throws Exception {
		final List<String> output = run(START + "r = call('fovea.ij1.bridge.FijiLikeCalls.run', 'SegmentCommand', 'threshold=7');\n" + //
			END);
		// Java's preferences greet a new home folder.
		assertEquals(List.of("start", "FCN Segment: threshold: expected 0.0 to 1.0, got 7.0"), output.stream().filter(
			line -> !line.contains("java.util.prefs") && !line.contains("user preferences directory")).toList());
	}

	private List<String> run(final String macro) throws IOException, InterruptedException, URISyntaxException {
		return new HeadlessImageJ(folder).run(macro.replace('\'', '"'));
	}

	/** ImageJ puts "in line N" after the message, an empty line and the line of the macro. */
	private static void assertStopped(final List<String> expected, final List<String> output) {
		assertEquals(expected.size() + 2, output.size(), () -> String.join("\n", output));
		for (int i = 0; i < expected.size(); i++)
			assertEquals(expected.get(i), output.get(i).substring(0, Math.min(expected.get(i).length(), output.get(i).length())));
		assertEquals("", output.get(expected.size()).strip());
	}
}
