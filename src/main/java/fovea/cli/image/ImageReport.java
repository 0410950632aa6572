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

import fovea.cli.terminal.Console;
import fovea.cli.terminal.ConsoleProgress;
import fovea.cli.terminal.Countdown;
import fovea.ij1.files.Destination;
import fovea.ij1.files.JobResult;
import fovea.io.JsonLine;
import fovea.rank.Verdict;
import fovea.rank.VerdictTally;
import fovea.selfscore.Ranking;
import fovea.task.Output;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Tells what becomes of each image of a run, in lines for people or in JSON. Not thread-safe. */
final class ImageReport {

	private final Console console;
	private final boolean json;
	private final BooleanSupplier cancelled;
	private final Countdown countdown;
	private final Map<String, ConsoleProgress> running = new HashMap<>();
	private final VerdictTally tally = new VerdictTally();
	private ConsoleProgress current;

	/**
	 * @param console where to tell
	 * @param json whether standard output is for programs
	 * @param images how many there are
	 * @param cancelled whether to end now
	 */
	ImageReport(final Console console, final boolean json, final int images, final BooleanSupplier cancelled) {
		this.console = console;
		this.json = json;
		this.cancelled = cancelled;
		countdown = new Countdown(images, System::nanoTime);
	}

	/** @return hears how it goes on with an image */
	ConsoleProgress progress(final String image) {
		wipe();
		current = new ConsoleProgress(console, image, countdown.next(), cancelled);
		running.put(image, current);
		return current;
	}

	/**
	 * @param outputs the kinds of its results
	 * @param destination where they are
	 */
	void done(final String image, final List<Output> outputs, final Destination destination, final JobResult result) {
		end(image).warnAll(result.warnings());
		countdown.done();
		result.verdict().ifPresent(tally::add);
		if (!json) {
			console.result(image, result, countdown.text());
			return;
		}
		final Map<String, Object> fields = fields(image, "done");
		fields.put("outputs", files(outputs, destination));
		result.objects().ifPresent(n -> fields.put("objects", n));
		result.meanSquaredError().ifPresent(e -> fields.put("mean_squared_error", e));
		result.verdict().ifPresent(verdict -> fields.put("score", fields(verdict)));
		fields.put("seconds", Math.round(result.seconds() * 1000) / 1000.0);
		console.device().ifPresent(device -> fields.put("device", device.label()));
		fields.put("warnings", result.warnings());
		console.json(JsonLine.of(fields));
	}

	/** Of labels as OME-Zarr. */
	void done(final String image, final BlockRun.Done result, final double seconds) {
		end(image).warnAll(result.warnings());
		if (!json) {
			console.result(
					image,
					new JobResult(
							result.files(),
							OptionalInt.of((int) Math.min(Integer.MAX_VALUE, result.objects())),
							OptionalDouble.empty(),
							seconds,
							result.warnings()),
					"");
			return;
		}
		final Map<String, Object> fields = fields(image, "done");
		final Map<String, Object> outputs = new LinkedHashMap<>();
		outputs.put("labels", result.files().get(0).toString());
		if (result.files().size() > 1)
			outputs.put("table", result.files().get(1).toString());
		fields.put("outputs", outputs);
		fields.put("objects", result.objects());
		fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
		console.device().ifPresent(device -> fields.put("device", device.label()));
		fields.put("warnings", result.warnings());
		console.json(JsonLine.of(fields));
	}

	/** @return how good the results are, all together, where that was told */
	Optional<String> verdicts() {
		return tally.line();
	}

	/** Of an image that was done before. */
	void skipped(final String image, final List<Output> outputs, final Destination destination) {
		countdown.leftOut();
		if (!json) return; // counted only: there may be thousands
		final Map<String, Object> fields = fields(image, "skipped");
		fields.put("outputs", files(outputs, destination));
		console.json(JsonLine.of(fields));
	}

	void failed(final String image, final Throwable cause) {
		end(image);
		countdown.done();
		console.error(image, cause);
		failure(image, Console.message(cause));
	}

	/** What was taken for an image, and is none. */
	void problem(final String message) {
		console.error(message);
		failure(null, message);
	}

	private void failure(final String image, final String message) {
		if (!json) return;
		final Map<String, Object> fields = fields(image, "failed");
		fields.put("error", message.strip());
		console.json(JsonLine.of(fields));
	}

	private ConsoleProgress end(final String image) {
		wipe();
		final ConsoleProgress progress = running.remove(image);
		return progress != null ? progress : new ConsoleProgress(console, image, "", cancelled);
	}

	/** Wipes the line of progress. */
	void wipe() {
		if (current != null) current.clear();
	}

	private static Map<String, Object> fields(final String image, final String status) {
		final Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("input", image);
		fields.put("status", status);
		return fields;
	}

	private static Map<String, String> files(final List<Output> outputs, final Destination destination) {
		final Map<String, String> files = new LinkedHashMap<>();
		for (final Output output : outputs)
			files.put(name(output), destination.file(output).toString());
		return files;
	}

	private static Map<String, Object> fields(final Verdict verdict) {
		final Map<String, Object> fields = new LinkedHashMap<>();
		verdict.used().ifPresent(used -> fields.put("used", used));
		fields.put("trustworthy", verdict.isTrustworthy());
		final Map<String, Object> errors = new LinkedHashMap<>();
		for (final Ranking.Ranked method : verdict.ranking().shown()) errors.put(method.name(), method.error());
		fields.put("errors", errors);
		verdict.left().ifPresent(left -> fields.put(left.bound() ? "left_less_than" : "left", left.rms()));
		return fields;
	}

	/** @return of a kind of results, for programs */
	private static String name(final Output output) {
		return output == Output.ERROR ? "error_map" : output.name().toLowerCase(Locale.ROOT);
	}
}
