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
package fovea.cli.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.cli.terminal.Console;
import fovea.ij1.files.Destination;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImagePlace;
import fovea.ij1.files.JobResult;
import fovea.infer.ProgressListener;
import fovea.task.Output;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ImageRunTest {

	private static final Path OUT = Path.of("out");

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();
	private final List<String> done = new ArrayList<>();

	@Test
	void aBadImageIsToldInOneLineAndTheOthersAreDone() throws CancelledException {
		final int failed = run(
				false,
				false,
				image -> {
					if (image.equals("bad")) throw new ImageException("not an image\n  at all");
				},
				"a",
				"bad",
				"b");
		assertEquals(1, failed);
		assertEquals(List.of("a", "b"), done);
		assertEquals("fovea: bad.tif: not an image at all", err.toString().strip());
		assertTrue(
				out.toString().contains("b.tif: 3 objects, 0.5 s")
						&& out.toString().contains("  " + OUT.resolve("b-mask.tif")),
				out.toString());
	}

	@Test
	void anImageThatTheMessageNamesIsNotNamedAgain() throws CancelledException {
		run(
				false,
				false,
				image -> {
					throw new ImageException("/data/bad.tif: not an image");
				},
				"bad");
		assertEquals("fovea: /data/bad.tif: not an image", err.toString().strip());
	}

	@Test
	void anUnexpectedErrorIsOneLineToo() throws CancelledException {
		final int failed = run(
				false,
				false,
				image -> {
					if (image.equals("bug")) throw new IllegalStateException("a\nb");
					if (image.equals("huge")) throw new OutOfMemoryError("Java heap space");
				},
				"bug",
				"huge",
				"a");
		assertEquals(2, failed);
		assertEquals(List.of("a"), done);
		assertEquals(2, err.toString().lines().count(), err.toString());
		assertTrue(err.toString().contains("huge.tif: Not enough Java memory"), err.toString());
	}

	@Test
	void verboseAddsTheStackTrace() throws CancelledException {
		run(
				true,
				false,
				image -> {
					throw new ImageException("broken");
				},
				"a");
		assertTrue(err.toString().startsWith("fovea: a.tif: broken"), err.toString());
		assertTrue(err.toString().contains("\tat " + ImageRunTest.class.getName()), err.toString());
	}

	@Test
	void aWarningIsToldOnceAndOnTheErrorStream() throws CancelledException {
		assertEquals(0, run(false, false, image -> {}, "warns"));
		assertEquals(
				List.of("fovea: warns.tif: warning: early", "fovea: warns.tif: warning: late"),
				err.toString().lines().toList());
		assertFalse(out.toString().contains("warning"), out.toString());
	}

	@Test
	void progressIsForTerminalsOnly() throws CancelledException {
		run(false, false, image -> {}, "a");
		assertEquals("", err.toString());
		run(false, true, image -> {}, "b");
		assertTrue(err.toString().contains("b.tif: tile 1 of 2"), err.toString());
		assertTrue(err.toString().endsWith("\r"), "the line is wiped in the end");
	}

	@Test
	void cancellingEndsTheWholeRun() {
		assertThrows(
				CancelledException.class,
				() -> run(
						false,
						false,
						image -> {
							if (image.equals("b")) throw new CancelledException();
						},
						"a",
						"b",
						"c"));
		assertEquals(List.of("a"), done);
	}

	@Test
	void whatFailsWhileTheProcessEndsIsNoErrorOfTheImage() {
		final AtomicBoolean ending = new AtomicBoolean();
		final ImageRun run = new ImageRun(
				new FakeJob(image -> {
					ending.set(true);
					throw new ImageException("its folder is gone");
				}),
				report(false, false, ending::get),
				ending::get);
		assertThrows(CancelledException.class, () -> run.run(plan("a")));
		assertEquals("", err.toString());
	}

	@Test
	void nothingIsBegunOnceTheUserAskedForAnEnd() {
		final ImageRun run = new ImageRun(new FakeJob(image -> {}), report(false, false, () -> true), () -> true);
		assertThrows(CancelledException.class, () -> run.run(plan("a")));
		assertEquals(List.of(), done);
	}

	private int run(final boolean verbose, final boolean terminal, final Failure failure, final String... names)
			throws CancelledException {
		return new ImageRun(new FakeJob(failure), report(verbose, terminal, () -> false), () -> false).run(plan(names));
	}

	private static OutputPlan plan(final String... names) {
		final Map<ImagePlace, Destination> plan = new LinkedHashMap<>();
		for (final String name : names) plan.put(ImagePlace.of(Path.of(name + ".tif")), new Destination(OUT, name));
		return new OutputPlan(plan);
	}

	private ImageReport report(final boolean verbose, final boolean terminal, final BooleanSupplier cancelled) {
		return new ImageReport(console(verbose, terminal), false, 1, cancelled);
	}

	private Console console(final boolean verbose, final boolean terminal) {
		return new Console(new PrintWriter(out), new PrintWriter(err), terminal, verbose);
	}

	/** Throws for the images it does not like. */
	private interface Failure {

		void check(String stem) throws FoveaException;
	}

	/** Takes two tiles and half a second for each image, in which it finds three objects. */
	private final class FakeJob implements ImageJob {

		private final Failure failure;

		private FakeJob(final Failure failure) {
			this.failure = failure;
		}

		@Override
		public List<Output> outputs() {
			return List.of(Output.MASK);
		}

		@Override
		public Opened open(final ImagePlace image, final BooleanSupplier cancelled) {
			throw new UnsupportedOperationException("all at once here");
		}

		@Override
		public JobResult run(final ImagePlace image, final Destination destination, final ProgressListener listener)
				throws FoveaException {
			listener.tile(1, 2);
			failure.check(destination.stem());
			listener.tile(2, 2);
			final boolean warns = destination.stem().equals("warns");
			if (warns) listener.warn("early");
			done.add(destination.stem());
			return new JobResult(
					List.of(destination.file(Output.MASK)),
					OptionalInt.of(3),
					OptionalDouble.empty(),
					0.5,
					warns ? List.of("early", "late") : List.of());
		}
	}
}
