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
package fovea.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fovea.Fixtures;
import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.device.DeviceChoice;
import fovea.device.OneDnn;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.model.library.ModelArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a worker, and to whoever uses it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Tag("thorough")
class WorkerLifeTest {

	private static final String CONV = "keras3-export-conv-radius4-stride1";
	private static final Path CRASHING = Fixtures.model("crashing");
	private static final FloatTensor SMALL = new FloatTensor(new int[] {1, 16, 16, 1}, new float[256]);

	@TempDir
	private Path places;

	private Worker worker;

	private Worker start(final WorkerSettings settings) {
		worker = new Worker(settings.withPlaces(List.of(places)));
		return worker;
	}

	@AfterEach
	void nothingIsLeft() throws IOException {
		final long pid = worker.pid();
		worker.close();
		assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
		try (Stream<Path> left = Files.list(places)) {
			assertEquals(List.of(), left.toList());
		}
	}

	/** TensorFlow's GPU 0 is one and the same for a whole process. */
	/** Pixels and models of a user are nobody else's. */
	@Test
	void filesAreTheUsersAlone() throws FoveaException, IOException {
		start(Workers.settings());
		try (Network network = conv()) {
			run(network);
			final List<Path> found;
			try (Stream<Path> folders = Files.list(places)) {
				found = folders.toList();
			}
			assertFalse(found.isEmpty());
			for (final Path folder : found)
				assertEquals(
						"rwx------",
						PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)),
						folder.toString());
			try (Stream<Path> files = Files.walk(found.get(0))) {
				assertTrue(files.count() > 2, "a lock and pixels are in it");
			}
		}
	}

	@Test
	void anotherGpuHasAWorkerOfItsOwnThatEndsWithThisOne() {
		start(Workers.settings());
		assertSame(worker, worker.on(DeviceChoice.AUTO));
		assertSame(worker, worker.on(DeviceChoice.CPU));
		assertSame(worker, worker.on(DeviceChoice.gpu(0)));
		final Worker second = worker.on(DeviceChoice.gpu(1));
		assertNotSame(worker, second);
		assertSame(second, worker.on(DeviceChoice.gpu(1)));
		final String message = assertThrows(ModelException.class, () -> worker.device(DeviceChoice.gpu(37)))
				.getMessage();
		assertTrue(message.startsWith("device=gpu:37: "), message);
		assertEquals(-1, worker.pid());
		final ProcessHandle process =
				ProcessHandle.of(worker.on(DeviceChoice.gpu(37)).pid()).orElseThrow();
		worker.close();
		assertFalse(process.isAlive());
	}

	private Network conv() throws FoveaException {
		return open(Fixtures.model(CONV).resolve("savedmodel"));
	}

	private Network open(final Path savedModel) throws FoveaException {
		final RemoteLoader loader = new RemoteLoader(worker);
		return loader.open(
				GraphSource.whole(savedModel), loader.signatures(savedModel).get(0));
	}

	private static void run(final Network network) throws FoveaException {
		final FloatTensor given = Fixtures.tensor(Fixtures.model(CONV).resolve("input.npy"));
		final FloatTensor wanted = Fixtures.tensor(Fixtures.model(CONV).resolve("expected.npy"));
		final FloatTensor result = network.run("image", given, "output_0");
		assertArrayEquals(wanted.shape(), result.shape());
		assertTrue(Fixtures.maxDifference(wanted.data(), result.data()) <= 1e-5);
	}

	/** Runs until the worker is gone. */
	private static CompletableFuture<InferenceException> runUntilItEnds(final Network network) {
		return CompletableFuture.supplyAsync(() -> assertThrows(InferenceException.class, () -> {
			while (true) run(network);
		}));
	}

	private static void signal(final String signal, final long pid) throws IOException, InterruptedException {
		assertEquals(
				0,
				new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
						.start()
						.waitFor());
	}

	@Test
	void startsWithTheFirstCallAndIsShared() throws FoveaException {
		start(Workers.settings());
		assertEquals(-1, worker.pid());
		try (Network first = conv();
				Network second = conv()) {
			final long pid = worker.pid();
			run(first);
			run(second);
			assertTrue(pid > 0 && pid != ProcessHandle.current().pid());
			assertEquals(pid, worker.pid());
		}
	}

	@Test
	void endsWhenIdleAndIsThereAgainWhenNeeded() throws FoveaException, InterruptedException {
		start(Workers.settings().withIdle(Duration.ofMillis(300)));
		try (Network network = conv()) {
			run(network);
			final long first = worker.pid();
			final ProcessHandle process = ProcessHandle.of(first).orElseThrow();
			for (int i = 0; i < 200 && process.isAlive(); i++) Thread.sleep(50);
			assertFalse(process.isAlive());
			run(network);
			assertNotEquals(first, worker.pid());
		}
	}

	@Test
	void killedItFailsWithOneErrorAndTheNextRunWorks() throws Exception {
		start(Workers.settings());
		try (Network network = conv()) {
			run(network);
			final CompletableFuture<InferenceException> end = runUntilItEnds(network);
			signal("KILL", worker.pid());
			assertTrue(end.get().getMessage().contains("SIGKILL"), end.get().getMessage());
			assertEquals(WorkerException.class, end.get().getClass());
			run(network);
		}
	}

	/** As Ctrl-C in a terminal does, which is for the host to act upon. */
	@ParameterizedTest
	@ValueSource(strings = {"INT", "TERM"})
	void askedToEndByOthersItGoesOn(final String signal) throws Exception {
		start(Workers.settings());
		try (Network network = conv()) {
			run(network);
			final long pid = worker.pid();
			signal(signal, pid);
			for (int i = 0; i < 20; i++) run(network);
			assertEquals(pid, worker.pid());
		}
	}

	@Test
	void stoppedItIsGivenUpAfterTheSilenceAndTheNextRunWorks() throws Exception {
		start(Workers.settings().withSilence(Duration.ofSeconds(2)));
		try (Network network = conv()) {
			run(network);
			final long pid = worker.pid();
			final CompletableFuture<InferenceException> end = runUntilItEnds(network);
			signal("STOP", pid);
			assertTrue(
					end.get().getMessage().contains("no sign of life for 2 s"),
					end.get().getMessage());
			run(network);
			assertNotEquals(pid, worker.pid());
		}
	}

	@Test
	void interruptedItEndsAtOnce() throws Exception {
		start(Workers.settings());
		try (Network network = conv()) {
			run(network);
			final CompletableFuture<InferenceException> end = new CompletableFuture<>();
			final Thread thread = new Thread(() -> end.complete(assertThrows(InferenceException.class, () -> {
				while (true) run(network);
			})));
			thread.start();
			Thread.sleep(200);
			thread.interrupt();
			assertTrue(end.get().getMessage().contains("cancelled"), end.get().getMessage());
			run(network);
		}
	}

	@Test
	void aCancelledTileThatDoesNotEndIsCut() throws Exception {
		start(Workers.settings());
		try (LoadedModel model = LoadedModel.open(
				ModelArchive.open(Fixtures.model(CONV).resolve("savedmodel")),
				new RemoteLoader(worker),
				ModelOptions.DEFAULT)) {
			final Image image =
					new Image("gray", ArrayImgs.unsignedBytes(3000, 3000, 1, 1, 1), Calibration.PIXELS, false);
			final Predictor predictor = new Predictor(model, PredictionOptions.DEFAULT.withTileSize(64));
			final AtomicBoolean cancelled = new AtomicBoolean();
			final CountDownLatch running = new CountDownLatch(3);
			final CompletableFuture<Long> stopping = CompletableFuture.supplyAsync(() -> {
				try {
					running.await();
					signal("STOP", worker.pid());
					Thread.sleep(500); // by now all wait for it
				} catch (final IOException | InterruptedException e) {
					throw new AssertionError(e);
				}
				cancelled.set(true);
				return worker.pid();
			});
			assertThrows(
					CancelledException.class,
					() -> predictor.predict(image, new ProgressListener() {

						@Override
						public void tile(final int done, final int total) {
							running.countDown();
						}

						@Override
						public boolean isCancelled() {
							return cancelled.get();
						}
					}));
			assertFalse(Thread.interrupted());
			assertNotEquals(stopping.get(), worker.pid());
			predictor.predict(
					new Image("gray", ArrayImgs.unsignedBytes(200, 200, 1, 1, 1), Calibration.PIXELS, false),
					ProgressListener.NONE);
		}
	}

	@Test
	void whereItsMemoryRunsOutTilesAreHalved() throws Exception {
		start(Workers.settings().withJvmOptions("-Xmx56m"));
		final List<String> warnings = new ArrayList<>();
		try (LoadedModel model = LoadedModel.open(
				ModelArchive.open(Fixtures.model(CONV).resolve("savedmodel")),
				new RemoteLoader(worker),
				ModelOptions.DEFAULT)) {
			final Image image =
					new Image("gray", ArrayImgs.unsignedBytes(2400, 2400, 1, 1, 1), Calibration.PIXELS, false);
			new Predictor(model, PredictionOptions.DEFAULT.withTileSize(4096)).predict(image, new ProgressListener() {

				@Override
				public void warn(final String message) {
					warnings.add(message);
				}
			});
		}
		assertEquals(List.of("Memory ran out for a tile; going on with smaller ones"), warnings);
	}

	/** It is oneDNN that aborts; TensorFlow's own kernels refuse such an image with an exception. */
	@Test
	void aModelThatAbortsTensorFlowIsOneErrorAndTheNextRunWorks() throws Exception {
		start(Workers.settings());
		assumeTrue(OneDnn.here().whyNot().isEmpty());
		try (Network network = conv();
				Network crashing = open(CRASHING.resolve("rank-unknown-conv"))) {
			final FloatTensor rank3 = new FloatTensor(new int[] {1, 16, 16}, new float[256]);
			final String message = assertThrows(InferenceException.class, () -> crashing.run("image", rank3, "result"))
					.getMessage();
			assertTrue(message.contains("ended unexpectedly (SIGABRT)") && message.contains("Check failed"), message);
			run(network);
			crashing.run("image", SMALL, "result");
		}
	}

	@Test
	void aResultThatNoMemoryHoldsIsOneErrorAndTheNextRunWorks() throws Exception {
		start(Workers.settings());
		try (Network network = conv();
				Network huge = open(CRASHING.resolve("result-of-100-gigabytes"))) {
			final FloatTensor image = new FloatTensor(new int[] {1, 64, 64, 1}, new float[64 * 64]);
			assertThrows(InferenceException.class, () -> huge.run("image", image, "result"));
			run(network);
		}
	}

	@Test
	@Tag("slow")
	void fiftyCrashesLeaveNothingBehind() throws Exception {
		start(Workers.settings());
		final FloatTensor rank3 = new FloatTensor(new int[] {1, 16, 16}, new float[256]);
		try (Network network = conv();
				Network crashing = open(CRASHING.resolve("rank-unknown-conv"))) {
			long descriptors = 0;
			for (int i = 0; i < 50; i++) {
				if (i == 5) descriptors = openDescriptors();
				run(network);
				assertThrows(WorkerException.class, () -> crashing.run("image", rank3, "result"));
			}
			assertTrue(openDescriptors() <= descriptors + 3, descriptors + " to " + openDescriptors());
			assertEquals(
					0,
					ProcessHandle.current()
							.children()
							.filter(ProcessHandle::isAlive)
							.count());
		}
	}

	private static long openDescriptors() throws IOException {
		try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
			return open.count();
		}
	}

	@Test
	@Tag("slow")
	@EnabledOnOs(OS.LINUX)
	void tenLargeRunsLeaveNoMemoryBehind() throws Exception {
		start(Workers.settings().withIdle(Duration.ofMillis(100)));
		final FloatTensor large = new FloatTensor(new int[] {1, 4096, 4096, 1}, new float[4096 * 4096]);
		final float[] result = new float[4096 * 4096];
		try (Network network = conv()) {
			runAndLetItEnd(network, large, result);
			final long before = residentMegabytes();
			for (int i = 0; i < 10; i++) runAndLetItEnd(network, large, result);
			final long after = residentMegabytes();
			assertTrue(after < before + 50, before + " MB, then " + after + " MB"); // each run has 128 MB of pixels
		}
	}

	/** The worker's memory goes with it. */
	private void runAndLetItEnd(final Network network, final FloatTensor tensor, final float[] result)
			throws Exception {
		network.run("image", tensor, "output_0", result);
		final ProcessHandle process = ProcessHandle.of(worker.pid()).orElseThrow();
		process.onExit().get();
	}

	private static long residentMegabytes() throws IOException {
		System.gc();
		return Files.readAllLines(Path.of("/proc/self/status")).stream()
				.filter(line -> line.startsWith("VmRSS:"))
				.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElseThrow();
	}

	@Test
	void closedIsClosed() throws FoveaException {
		start(Workers.settings());
		final Network network = conv();
		worker.close();
		assertThrows(InferenceException.class, () -> run(network));
		network.close();
	}

	@Test
	void saysWhatIsWrongWhereJavaCannotBeStarted() {
		final WorkerSettings settings = Workers.settings();
		start(new WorkerSettings(
				places.resolve("no-java"),
				settings.classPath(),
				settings.jvmOptions(),
				settings.environment(),
				settings.places(),
				settings.start(),
				settings.silence(),
				settings.idle()));
		final String message = assertThrows(FoveaException.class, this::conv).getMessage();
		assertTrue(message.contains("no-java"), message);
	}

	@Test
	void saysWhatIsWrongWhereTheWorkerDoesNotStart() {
		start(Workers.settings().withJvmOptions("-XX:NoSuchOption"));
		final String message = assertThrows(FoveaException.class, this::conv).getMessage();
		assertTrue(message.contains("exit code 1"), message);
	}

	@Test
	void optionsOfTheHostsJavaAreNotTheWorkers() throws Exception {
		final WorkerSettings settings = Workers.settings();
		start(new WorkerSettings(
				settings.java(),
				settings.classPath(),
				settings.jvmOptions(),
				Map.of("JDK_JAVA_OPTIONS", "-XX:NoSuchOption"),
				settings.places(),
				settings.start(),
				settings.silence(),
				settings.idle()));
		try (Network network = conv()) {
			run(network);
		}
	}

	@Test
	void isFoundOnPathsWithSpacesAndLetters() throws Exception {
		final Path odd = Files.createDirectory(places.resolve("Zürich ä ☃ x"));
		worker = new Worker(Workers.settings().withPlaces(List.of(odd)));
		try (Network network = conv()) {
			run(network);
		}
		worker.close();
		Files.delete(odd);
	}
}
