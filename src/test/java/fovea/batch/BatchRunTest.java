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
package fovea.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.ij1.files.Destination;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.ImagePlace;
import fovea.ij1.files.JobResult;
import fovea.infer.ProgressListener;
import fovea.task.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, with a job whose results are copies of the images. */
class BatchRunTest {

	private static final WorkKey KEY = WorkKey.of("model", "parameters");

	@TempDir
	Path folder;

	private Path in;
	private Path out;
	private final Heard heard = new Heard();
	private final CopyJob job = new CopyJob();

	@BeforeEach
	void makeFolders() throws IOException {
		in = Files.createDirectories(folder.resolve("in/sub"));
		in = in.getParent();
		out = Files.createDirectories(folder.resolve("out"));
	}

	@Test
	void allResultsAreWrittenAndToldOf() throws Exception {
		images("a.tif", "b.tif", "sub/c.tif");
		final BatchSummary summary = run();
		assertEquals(new BatchSummary(3, 0, 0, 0, Optional.empty()), summary);
		assertEquals(List.of("done a.tif", "done b.tif", "done c.tif"), heard.lines);
		assertEquals(List.of("a-mask.tif", "b-mask.tif", "fovea-journal.csv", "sub/c-mask.tif"), files());
		assertEquals("b.tif", Files.readString(out.resolve("b-mask.tif")));
	}

	@Test
	void aSecondRunHasNothingToDo() throws Exception {
		images("a.tif", "b.tif");
		run();
		job.computed.clear();
		assertEquals(new BatchSummary(0, 2, 0, 0, Optional.empty()), run());
		assertEquals(List.of(), job.computed);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS) // no such names there
	void aNameWithALineBreakIsResumed() throws Exception {
		images("a\nb.tif", "c\td.tif", "=e\\n.tif");
		run();
		assertEquals(4, Files.readAllLines(out.resolve("fovea-journal.csv")).size());
		job.computed.clear();
		assertEquals(new BatchSummary(0, 3, 0, 0, Optional.empty()), run());
		assertEquals(List.of(), job.computed);
	}

	@Test
	@EnabledOnOs(OS.LINUX) // elsewhere names are text
	void aNameThatCannotBeReadHasALine() throws Exception {
		images("a.tif");
		Files.writeString(Path.of(URI.create(in.toUri() + "caf%E9.tif")), "x");
		Files.writeString(Path.of(URI.create(in.toUri() + "caf%E8.tif")), "x");
		final FolderScan scan = FolderScan.of(List.of(in), new Selection(true, Optional.empty()), out);
		assertEquals(2, scan.problems().size(), scan.problems().toString());
		new BatchRun(job, KEY).run(plan().with(scan.unread()), true, heard);
		final List<String> journal = Files.readAllLines(out.resolve("fovea-journal.csv"));
		assertEquals(4, journal.size(), journal.toString());
		assertTrue(
				journal.get(1).startsWith("caf\\udce8.tif,failed,0.0,,,")
						&& journal.get(2).startsWith("caf\\udce9.tif,failed,0.0,,,"),
				journal.toString());
	}

	@Test
	void whatChangedIsDoneAgain() throws Exception {
		images("same.tif", "edited.tif", "lost.tif", "cut.tif");
		run();
		job.computed.clear();
		Files.writeString(in.resolve("edited.tif"), "edited!!!!");
		Files.delete(out.resolve("lost-mask.tif"));
		Files.writeString(out.resolve("cut-mask.tif"), "c");
		images("new.tif");
		assertEquals(new BatchSummary(4, 1, 0, 0, Optional.empty()), run());
		assertEquals(
				List.of("cut.tif", "edited.tif", "lost.tif", "new.tif"),
				job.computed.stream().sorted().toList());
		assertEquals("edited!!!!", Files.readString(out.resolve("edited-mask.tif")));
	}

	@Test
	void otherWorkIsDoneAgain() throws Exception {
		images("a.tif");
		run();
		for (final WorkKey key : List.of(WorkKey.of("other", "parameters"), WorkKey.of("model", "others")))
			assertEquals(1, new BatchRun(job, key).run(plan(), true, heard).done(), key.toString());
		assertEquals(
				1,
				new BatchRun(job, WorkKey.of("model", "others"))
						.run(plan(), true, heard)
						.skipped());
		assertEquals(
				1,
				new BatchRun(job, WorkKey.of("model", "others"))
						.run(plan(), false, heard)
						.done(),
				"without resuming");
	}

	@Test
	void aBadFileIsALineAndTheRestGoOn() throws Exception {
		images("a.tif", "bad.tif", "bug.tif", "z.tif");
		job.failures.put("bad.tif", new ImageException("bad.tif: broken\nin two"));
		job.failures.put("bug.tif", new IllegalStateException("a bug"));
		assertEquals(new BatchSummary(2, 0, 2, 0, Optional.empty()), run());
		assertEquals(List.of("done a.tif", "failed bad.tif", "failed bug.tif", "done z.tif"), heard.lines);
		final List<String> journal = Files.readAllLines(out.resolve("fovea-journal.csv"));
		assertEquals(5, journal.size(), journal.toString());
		assertTrue(journal.get(2).startsWith("bad.tif,failed,0.0,,,bad.tif: broken in two,"), journal.get(2));
		job.failures.clear();
		assertEquals(new BatchSummary(2, 2, 0, 0, Optional.empty()), run(), "they are tried again");
	}

	@Test
	void anImageThatIsReplacedWhileItIsReadIsNoResult() throws Exception {
		images("a.tif", "b.tif");
		job.whileReading = file -> {
			if (file.endsWith("a.tif")) Files.writeString(file, "A.TIF"); // of the same length
		};
		assertEquals(new BatchSummary(1, 0, 1, 0, Optional.empty()), run());
		assertTrue(
				heard.causes.get(0).getMessage().contains("changed while it was being read"), heard.causes.toString());
		assertEquals(List.of("b-mask.tif", "fovea-journal.csv"), files());
	}

	/** The first image is not finished before the second is read, nor the second before the first is written. */
	@Test
	void readingAndWritingGoOnWhileItComputes() throws Exception {
		images("a.tif", "b.tif");
		final CountDownLatch secondRead = new CountDownLatch(1);
		final CountDownLatch secondComputes = new CountDownLatch(1);
		job.whileReading = file -> {
			if (file.endsWith("b.tif")) secondRead.countDown();
		};
		job.whileComputing = file -> {
			if (file.endsWith("a.tif")) await(secondRead);
			else secondComputes.countDown();
		};
		job.whileWriting = file -> {
			if (file.endsWith("a.tif")) await(secondComputes);
		};
		assertEquals(2, run().done());
	}

	@Test
	void fewImagesAreInMemoryAtOnce() throws Exception {
		images(Stream.iterate(0, i -> i + 1)
				.limit(40)
				.map(i -> "image" + i + ".tif")
				.toArray(String[]::new));
		job.whileWriting = file -> Thread.sleep(2);
		assertEquals(40, run().done());
		assertTrue(job.most.get() >= 2 && job.most.get() <= 5, job.most + " at once");
	}

	@Test
	void anImageThereWasNoMemoryForIsTriedAloneInTheEnd() throws Exception {
		images("a.tif", "huge.tif", "most.tif", "z.tif");
		final AtomicInteger tries = new AtomicInteger();
		job.whileReading = file -> {
			if (file.endsWith("huge.tif") && tries.incrementAndGet() == 1)
				throw new OutOfMemoryError("Java heap space");
		};
		job.whileComputing = file -> {
			if (file.endsWith("most.tif")) throw new OutOfMemoryError("Java heap space");
		};
		assertEquals(new BatchSummary(3, 0, 1, 0, Optional.empty()), run());
		assertEquals(List.of("done a.tif", "done z.tif", "done huge.tif", "failed most.tif"), heard.lines);
	}

	@Test
	void cancellingDropsWhatIsComputedAndKeepsTheRest() throws Exception {
		images("a.tif", "b.tif", "c.tif");
		job.whileComputing = file -> heard.cancelled = file.endsWith("b.tif");
		final BatchSummary summary = run();
		assertTrue(summary.end().orElseThrow() instanceof CancelledException);
		assertEquals(List.of(1, 2), List.of(summary.done(), summary.left()));
		assertEquals(List.of("a-mask.tif", "fovea-journal.csv"), files());
		heard.cancelled = false;
		job.whileComputing = file -> {};
		assertEquals(new BatchSummary(2, 1, 0, 0, Optional.empty()), run());
	}

	@Test
	void aFolderForResultsThatVanishesEndsTheRun() throws Exception {
		images("a.tif", "b.tif", "c.tif", "d.tif");
		job.whileComputing = file -> {
			if (file.endsWith("c.tif")) Files.move(out, folder.resolve("gone"));
		};
		final BatchSummary summary = run();
		assertTrue(summary.end().orElseThrow().getMessage().contains("vanished"), summary.toString());
		assertFalse(Files.exists(out), "it is not made anew, which might be on another disk");
		assertTrue(summary.left() > 0 && summary.failed() == 0, summary.toString());
	}

	@Test
	void imagesThatVanishEndTheRun() throws Exception {
		images("a.tif", "b.tif", "c.tif", "d.tif", "e.tif", "f.tif", "g.tif", "h.tif", "i.tif");
		job.whileComputing = file -> {
			if (file.endsWith("b.tif")) Files.move(in, folder.resolve("gone"));
		};
		final BatchSummary summary = run();
		assertTrue(summary.end().orElseThrow().getMessage().contains("not there any more"), summary.toString());
		assertTrue(summary.left() > 0 && summary.failed() < 4, summary.toString());
	}

	@Test
	void resultsThatCannotBeWrittenEndTheRunAfterThree() throws Exception {
		images("a.tif", "b.tif", "c.tif", "d.tif", "e.tif", "f.tif", "g.tif");
		job.whileWriting = file -> {
			if (!file.endsWith("a.tif")) throw new IOException("No space left on device");
		};
		final BatchSummary summary = run();
		assertTrue(summary.end().orElseThrow().getMessage().contains("No space left on device"), summary.toString());
		assertEquals(List.of(1, 3), List.of(summary.done(), summary.failed()));
	}

	@Test
	void oneImageThatCannotBeWrittenDoesNot() throws Exception {
		images("a.tif", "b.tif", "c.tif", "d.tif", "e.tif", "f.tif");
		job.whileWriting = file -> {
			if (file.toString().matches(".*[ade].tif")) throw new IOException("a folder of that name");
		};
		assertEquals(new BatchSummary(3, 0, 3, 0, Optional.empty()), run());
	}

	@Test
	void whatKilledRunsLeftIsClearedAndNothingElse() throws Exception {
		images("a.tif", "sub/b.tif");
		final String id = ".0a1b2c3d-0000-4000-8000-0123456789ab.part";
		Files.createDirectories(out.resolve("sub"));
		for (final String left : List.of(".a-mask.tif" + id, "sub/.b-mask.tif" + id, ".fovea-journal.csv" + id))
			Files.writeString(out.resolve(left), "half");
		for (final String mine : List.of(".thesis.doc" + id, ".a-mask.tif.part", "a-mask.tif" + id))
			Files.writeString(out.resolve(mine), "mine");
		run();
		assertEquals(
				List.of(
						".a-mask.tif.part",
						".thesis.doc" + id,
						"a-mask.tif",
						"a-mask.tif" + id,
						"fovea-journal.csv",
						"sub/b-mask.tif"),
				files());
	}

	@Test
	void aSecondRunInTheSameFolderIsRefused() throws Exception {
		images("a.tif");
		job.whileComputing = file ->
				assertThrows(FolderBusyException.class, () -> new BatchRun(job, KEY).run(plan(), true, new Heard()));
		assertEquals(1, run().done());
		assertEquals(List.of(), heard.causes);
	}

	private BatchSummary run() throws BatchException {
		return new BatchRun(job, KEY).run(plan(), true, heard);
	}

	private BatchPlan plan() throws PlanException {
		return BatchPlan.of(
				FolderScan.of(List.of(in), new Selection(true, Optional.empty()), out)
						.images(),
				out,
				job.outputs());
	}

	private void images(final String... names) throws IOException {
		for (final String name : names) Files.writeString(in.resolve(name), name);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(out)) {
			return files.filter(Files::isRegularFile)
					.map(file -> out.relativize(file).toString())
					.sorted()
					.toList();
		}
	}

	private static void await(final CountDownLatch latch) throws Exception {
		assertTrue(latch.await(20, TimeUnit.SECONDS), "the others go on meanwhile");
	}

	/** Something that happens to an image. */
	private interface Event {

		void happen(Path image) throws Exception;
	}

	private static final class CopyJob implements ImageJob {

		private final ConcurrentHashMap<String, Exception> failures = new ConcurrentHashMap<>();
		private final List<String> computed = new ArrayList<>();
		private final AtomicInteger open = new AtomicInteger();
		private final AtomicInteger most = new AtomicInteger();
		private volatile Event whileReading = file -> {};
		private volatile Event whileComputing = file -> {};
		private volatile Event whileWriting = file -> {};

		@Override
		public List<Output> outputs() {
			return List.of(Output.MASK);
		}

		@Override
		public Opened open(final ImagePlace place, final BooleanSupplier cancelled) throws FoveaException {
			final Path image = place.path().orElseThrow();
			final String text;
			try {
				text = Files.readString(image);
			} catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
			happen(whileReading, image);
			most.accumulateAndGet(open.incrementAndGet(), Math::max);
			return listener -> {
				final Exception failure = failures.get(image.getFileName().toString());
				if (failure instanceof final RuntimeException e) throw e;
				if (failure instanceof final FoveaException e) throw e;
				happen(whileComputing, image);
				if (listener.isCancelled()) throw new CancelledException();
				computed.add(image.getFileName().toString());
				return destination -> write(text, image, destination);
			};
		}

		private JobResult write(final String text, final Path image, final Destination destination)
				throws FoveaException {
			happen(whileWriting, image);
			open.decrementAndGet();
			try {
				Files.writeString(destination.file(Output.MASK), text);
			} catch (final IOException e) {
				throw new ImageException("Cannot write: " + e, e);
			}
			return new JobResult(
					List.of(destination.file(Output.MASK)), OptionalInt.of(1), OptionalDouble.empty(), 0.5, List.of());
		}

		private static void happen(final Event event, final Path image) throws FoveaException {
			try {
				event.happen(image);
			} catch (final IOException e) {
				throw new ImageException(e.getMessage(), e);
			} catch (final FoveaException | RuntimeException e) {
				throw e;
			} catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		}
	}

	private static final class Heard implements BatchListener {

		private final List<String> lines = new ArrayList<>();
		private final List<Throwable> causes = new ArrayList<>();
		private volatile boolean cancelled;

		@Override
		public ProgressListener progress(final Path image) {
			return new ProgressListener() {

				@Override
				public boolean isCancelled() {
					return cancelled;
				}
			};
		}

		@Override
		public void done(final Path image, final JobResult result) {
			lines.add("done " + image.getFileName());
		}

		@Override
		public void skipped(final Path image) {
			lines.add("skipped " + image.getFileName());
		}

		@Override
		public void failed(final Path image, final Throwable cause) {
			lines.add("failed " + image.getFileName());
			causes.add(cause);
		}

		@Override
		public boolean isCancelled() {
			return cancelled;
		}
	}
}
