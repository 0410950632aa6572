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
package fovea.tf;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.IntPointer;

/**
 * What TensorFlow writes to standard error. Most of its lines obey TF_CPP_MIN_LOG_LEVEL, those of Abseil no variable:
 * one copy of Abseil, in TensorFlow's framework, is told by a call; the other one, which nobody can reach, says its
 * remark on the first graph of a process while the descriptor is a pipe here, and what is no remark goes on its way
 * afterwards.
 */
final class TensorFlowLog {

	/** Of both; 0 is all of it. */
	private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL";

	/** As Abseil counts: 0 info, 1 warning, 2 error. */
	private static final int ERROR = 2;

	/** absl::SetMinLogLevel(absl::LogSeverityAtLeast), of the Abseil in TensorFlow 2.18. */
	private static final String SET_LEVEL = "_ZN4absl12lts_2023080214SetMinLogLevelENS0_18LogSeverityAtLeastE";

	private static final Pattern REMARK = Pattern.compile(
			"[IW]\\d{4} .*|\\d{4}-\\d\\d-\\d\\d [\\d:.]+: [IW] .*|WARNING: All log messages before absl.*");

	private static final int STANDARD_ERROR = 2;
	private static final int NONE = -1;
	private static final long PATIENCE_SECONDS = 2;

	private TensorFlowLog() {}

	/**
	 * Lets Abseil say errors only, and does something without remarks, unless somebody set the variable to 0.
	 * TensorFlow must be loaded. Where its library or the system does not give the functions away, as on Windows,
	 * everything is said.
	 */
	static <T> T withoutRemarks(final Supplier<T> work) {
		if ("0".equals(System.getenv(LEVEL))) return work.get();
		NativeFunction.named(SET_LEVEL).ifPresent(set -> set.call(ERROR, 0));
		final Optional<Detour> detour = Detour.of(STANDARD_ERROR);
		try {
			return work.get();
		} finally {
			detour.ifPresent(Detour::end);
		}
	}

	/** @return lines that are no remarks, each with its end */
	static String withoutRemarks(final String text) {
		return text.lines()
				.filter(line -> !REMARK.matcher(line).matches())
				.map(line -> line + System.lineSeparator())
				.collect(Collectors.joining());
	}

	/**
	 * @param pipe that is read to its end
	 * @return what came out of it. Java 17 asks files for their place before it reads all of them, and a pipe has none:
	 *     so it is read piece by piece
	 */
	static String all(final InputStream pipe) throws IOException {
		return new String(new BufferedInputStream(pipe).readAllBytes(), StandardCharsets.UTF_8);
	}

	/** A descriptor that is a pipe for a while. */
	private static final class Detour {

		private final int descriptor;
		private final int original;
		private final NativeFunction close;
		private final NativeFunction duplicate;
		private final CompletableFuture<String> text = new CompletableFuture<>();

		private Detour(
				final int descriptor,
				final int original,
				final NativeFunction close,
				final NativeFunction duplicate,
				final InputStream pipe) {
			this.descriptor = descriptor;
			this.original = original;
			this.close = close;
			this.duplicate = duplicate;
			final Thread reading = new Thread(() -> read(pipe), "fovea-standard-error");
			reading.setDaemon(true);
			reading.start();
		}

		/** @return empty where there are no such functions, or no more descriptors */
		static Optional<Detour> of(final int descriptor) {
			final Optional<NativeFunction> pipe = NativeFunction.named("pipe");
			final Optional<NativeFunction> duplicate = NativeFunction.named("dup2");
			final Optional<NativeFunction> close = NativeFunction.named("close");
			if (pipe.isEmpty() || duplicate.isEmpty() || close.isEmpty()) return Optional.empty();
			// The second one for its numbers, which are free.
			final int[] way = ends(pipe.get());
			final int[] spare = ends(pipe.get());
			Detour detour = null;
			if (way[0] != NONE && spare[0] != NONE)
				try {
					final InputStream in = new FileInputStream("/dev/fd/" + way[0]);
					duplicate.get().call(descriptor, spare[0]);
					detour = new Detour(descriptor, spare[0], close.get(), duplicate.get(), in);
					duplicate.get().call(way[1], descriptor);
				} catch (final IOException e) {
					detour = null; // no such folder: everything is said
				}
			for (final int each : way) if (each != NONE) close.get().call(each, 0);
			if (spare[1] != NONE) close.get().call(spare[1], 0);
			if (detour == null && spare[0] != NONE) close.get().call(spare[0], 0);
			return Optional.ofNullable(detour);
		}

		private static int[] ends(final NativeFunction pipe) {
			try (IntPointer ends = new IntPointer(NONE, NONE)) {
				pipe.call(ends.address(), 0);
				return new int[] {ends.get(0), ends.get(1)};
			}
		}

		private void read(final InputStream pipe) {
			try (pipe) {
				text.complete(all(pipe));
			} catch (final IOException e) {
				text.complete("");
			}
		}

		/** Puts the descriptor back, and says what is no remark. */
		void end() {
			duplicate.call(original, descriptor);
			close.call(original, 0);
			try {
				final String said = withoutRemarks(text.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
				if (!said.isEmpty()) write(said);
			} catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			} catch (final IOException | ExecutionException | TimeoutException e) {
				return; // another process has inherited the pipe, or nobody reads
			}
		}

		/** Closing the stream would close the descriptor. */
		@SuppressWarnings("resource")
		private static void write(final String said) throws IOException {
			new FileOutputStream(FileDescriptor.err).write(said.getBytes(StandardCharsets.UTF_8));
		}
	}
}
