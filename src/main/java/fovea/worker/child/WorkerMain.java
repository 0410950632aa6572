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
package fovea.worker.child;

import fovea.base.ModelException;
import fovea.scratch.Removal;
import fovea.tf.SavedModelLoader;
import fovea.tf.TensorFlowLibrary;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.worker.RequestLine;
import fovea.worker.Wire;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** The second JVM's main program. */
public final class WorkerMain {

	private WorkerMain() {}

	/**
	 * Serves requests from standard input until that ends, which it also does when the host is killed.
	 *
	 * @param args folders for pixels, the fastest first; they are removed in the end
	 */
	public static void main(final String... args) {
		// TensorFlow formats names of nodes, and files are named by numbers: no digits, commas or capitals of a
		// language.
		Locale.setDefault(Locale.ROOT);
		final ResponseWriter replies = new ResponseWriter(
				new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII));
		System.setOut(System.err); // whoever prints must not garble the answers
		final List<Path> folders = new ArrayList<>();
		for (final String arg : args) folders.add(Path.of(arg));
		outliveSignals();
		preload();
		int code = 1;
		try {
			serve(new Service(new SavedModelLoader(), new TensorFlowNetworkFactory(), folders, replies));
			code = 0;
		} catch (final IOException e) {
			System.err.println(e);
		} finally {
			folders.forEach(Removal::emptied);
			// Not exit: native threads may be in a computation, which nobody waits for any more.
			Runtime.getRuntime().halt(code);
		}
	}

	/**
	 * Ctrl-C in a terminal reaches the host's children as well. The host decides when this process ends, perhaps after
	 * it has saved what was learned, so a hook that never returns keeps it serving until its input ends.
	 */
	private static void outliveSignals() {
		Runtime.getRuntime()
				.addShutdownHook(new Thread(
						() -> {
							try {
								new CountDownLatch(1).await();
							} catch (final InterruptedException e) {
								Thread.currentThread().interrupt();
							}
						},
						"fovea-until-the-host-ends"));
	}

	/** Loading takes most of the time until the first answer, so it goes on while the first request is on its way. */
	private static void preload() {
		final Thread thread = new Thread(
				() -> {
					try {
						TensorFlowLibrary.load();
					} catch (final ModelException e) {
						System.err.println(e.getMessage()); // and whoever asks for a network is told
					}
				},
				"fovea-preload");
		thread.setDaemon(true);
		thread.start();
	}

	private static void serve(final Service service) throws IOException {
		final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		for (String line = lines.readLine(); line != null; line = lines.readLine())
			Wire.read(line, RequestLine.class).ifPresent(service::take);
	}
}
