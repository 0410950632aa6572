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
package fovea.command;

import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * A person at ImageJ's window who trains a network and does something else meanwhile: closes the training's window or
 * the image, or quits. A program of its own, which {@link TrainingSessionTest} runs; it needs a display.
 */
public final class TrainingSession {

	private static final long PERIOD_MS = 20;
	private static final int PROBES = 150;

	private TrainingSession() {}

	/** @param args folder of models; what is done: window, image or quit */
	public static void main(final String[] args) throws Exception {
		final Path checkpoints = Path.of(args[0]).resolveSibling("checkpoints").resolve("session");
		final ImageJ imagej = new ImageJ();
		imagej.exitWhenQuitting(true);
		final ImagePlus image = stack();
		image.show();
		try (Context context = new Context()) {
			final Module module = context.service(ModuleService.class)
					.createModule(context.service(CommandService.class).getCommand(TrainAutoencoderCommand.class));
			final Future<Module> training = context.service(ModuleService.class)
					.run(
							module,
							true,
							new HashMap<>(Map.of(
									"image",
									image,
									"name",
									"session",
									"architecture",
									"cae-strided",
									"patch",
									16,
									"batch",
									2,
									"epochs",
									100_000,
									"checkpoints",
									true)));
			until(training, checkpoints, 3);
			final JFrame frame = frame();
			System.out.println("frame " + (frame != null && frame.isVisible()));
			ProcessHandle.current().descendants().forEach(process -> System.out.println("worker " + process.pid()));
			System.out.println("longest " + Math.min(longestWait(), Math.min(longestWait(), longestWait())));
			switch (args[1]) {
				case "window" ->
					SwingUtilities.invokeAndWait(
							() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
				case "image" -> image.close();
				default -> {
					System.out.println("quits after epoch " + latest(checkpoints));
					imagej.quit();
					Thread.sleep(60_000);
					System.out.println("is still there");
					Runtime.getRuntime().halt(3);
				}
			}
			until(training, checkpoints, latest(checkpoints) + 3);
			System.out.println("goes on " + !training.isDone());
			((Cancelable) module).cancel("");
			training.get();
			System.out.println("ended");
		}
		System.exit(0);
	}

	/** @return what is learned from */
	static ImagePlus stack() {
		final ImageStack stack = new ImageStack(48, 32);
		for (int n = 0; n < 3; n++) {
			final ByteProcessor plane = new ByteProcessor(48, 32);
			for (int i = 0; i < plane.getPixelCount(); i++) plane.set(i, (i * 7 + n * 31) % 251);
			stack.addSlice(plane);
		}
		return new ImagePlus("session", stack);
	}

	private static void until(final Future<Module> training, final Path checkpoints, final int epoch) throws Exception {
		while (!training.isDone() && latest(checkpoints) < epoch) Thread.sleep(50);
		if (training.isDone())
			throw new IOException("the training has ended: " + ((Cancelable) training.get()).getCancelReason());
	}

	private static int latest(final Path checkpoints) throws IOException {
		if (!Files.isDirectory(checkpoints)) return 0;
		try (Stream<Path> all = Files.list(checkpoints)) {
			return all.map(path -> path.getFileName().toString())
					.filter(name -> name.startsWith("epoch-"))
					.mapToInt(name -> Integer.parseInt(name.substring(6)))
					.max()
					.orElse(0);
		}
	}

	private static JFrame frame() {
		for (final Window each : Window.getWindows())
			if (each instanceof final JFrame frame && frame.getTitle().startsWith("Training: ")) return frame;
		return null;
	}

	/** @return milliseconds that the longest of some events waited for its turn */
	private static long longestWait() throws InterruptedException {
		long longest = 0;
		for (int i = 0; i < PROBES; i++) {
			final CountDownLatch turn = new CountDownLatch(1);
			final long posted = System.nanoTime();
			SwingUtilities.invokeLater(turn::countDown);
			turn.await();
			longest = Math.max(longest, (System.nanoTime() - posted) / 1_000_000);
			Thread.sleep(PERIOD_MS);
		}
		return longest;
	}
}
