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
package fovea.spark;

import fovea.base.FoveaException;
import fovea.cli.BlockCommand;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The command {@code fovea spark segment IMAGE.zarr --out LABELS.zarr}: as {@code fovea segment}, with all of its
 * options, on Spark. Without a cluster it runs in this process ({@code local[*]}); {@code spark-submit} may start it,
 * too, and says where then.
 */
public final class SparkFovea {

	private static final int USAGE = 2;
	private static final String LOCAL = "local[*]";
	private static final List<String> OUT = List.of("--out", "-o");

	private static final String HELP = String.join(
			"\n",
			"Usage: fovea spark [--master URL] [--conf KEY=VALUE]... [--parquet] segment IMAGE.zarr --out LABELS.zarr [OPTION]...",
			"",
			"Segments a large OME-Zarr image on Apache Spark, block by block. All options of 'fovea segment' go on.",
			"",
			"      --master URL      where Spark runs: local[4], spark://host:7077, yarn, k8s://... Default: as",
			"                        spark-submit says, else local[*], in this process.",
			"      --conf KEY=VALUE  an option of Spark's, for example spark.eventLog.enabled=true; may be repeated.",
			"      --parquet         also writes the table as LABELS-objects.parquet.",
			"",
			"All machines must see the image, the labels and the folder LABELS.zarr.work under the same names.",
			"A run that was ended goes on where it was when the same command is started again.",
			"See docs/scale.md.");

	private SparkFovea() {}

	/** @param args see {@code fovea spark --help} */
	public static void main(final String... args) {
		System.exit(run(args));
	}

	static int run(final String... args) {
		Locale.setDefault(Locale.ROOT);
		final SparkConf conf = new SparkConf().setAppName("Fovea").setIfMissing("spark.master", LOCAL);
		conf.setIfMissing("spark.ui.enabled", "false");
		conf.setIfMissing("spark.ui.showConsoleProgress", "false");
		// What all tasks of a pass know is read once by each executor.
		conf.setIfMissing("spark.executor.processTreeMetrics.enabled", "false");
		boolean parquet = false;
		final List<String> rest = new ArrayList<>();
		for (int i = 0; i < args.length; i++) {
			if (rest.isEmpty() && args[i].equals("--parquet")) {
				parquet = true;
				continue;
			}
			final String[] parts = args[i].split("=", 2);
			final boolean isOption = rest.isEmpty() && (parts[0].equals("--master") || parts[0].equals("--conf"));
			if (!isOption) {
				rest.add(args[i]);
				continue;
			}
			final String value = parts.length == 2 ? parts[1] : ++i < args.length ? args[i] : "";
			if (value.isEmpty()) return usage(parts[0] + " lacks its value");
			if (parts[0].equals("--master")) conf.setMaster(value);
			else if (value.indexOf('=') < 1) return usage("--conf " + value + ": expected KEY=VALUE");
			else conf.set(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
		}
		if (rest.isEmpty() || rest.get(0).equals("--help") || rest.get(0).equals("-h")) {
			System.out.println(HELP);
			return rest.isEmpty() ? USAGE : 0;
		}
		if (!rest.get(0).equals("segment")) return usage("expected segment, got " + rest.get(0));
		if (rest.contains("--help") || rest.contains("-h"))
			return BlockCommand.run(rest, (pass, stage, listener) -> {});
		final SparkRunner.Contexts contexts = new SparkRunner.Contexts(conf);
		final List<String> command = absolute(rest);
		try {
			final int code = BlockCommand.run(command, new SparkRunner(contexts, command));
			return code == 0 && parquet ? convert(ParquetTable.csv(command)) : code;
		} finally {
			contexts.close();
		}
	}

	private static int convert(final Path csv) {
		final Path parquet = csv.resolveSibling(csv.getFileName().toString().replaceFirst("csv$", "parquet"));
		try {
			ParquetTable.convert(csv, parquet);
			System.out.println("  " + parquet);
			return 0;
		} catch (final FoveaException e) {
			System.err.println("fovea: " + e.getMessage());
			return 1;
		}
	}

	/** Executors are in other folders. */
	private static List<String> absolute(final List<String> args) {
		final List<String> all = new ArrayList<>();
		for (int i = 0; i < args.size(); i++) {
			final String arg = args.get(i);
			final boolean isOut = i > 0 && OUT.contains(args.get(i - 1));
			if (arg.startsWith("--out="))
				all.add("--out=" + Path.of(arg.substring("--out=".length())).toAbsolutePath());
			else if (isOut || !arg.startsWith("-") && isFile(arg))
				all.add(Path.of(arg).toAbsolutePath().toString());
			else all.add(arg);
		}
		return List.copyOf(all);
	}

	private static boolean isFile(final String arg) {
		try {
			return Files.exists(Path.of(arg));
		} catch (final InvalidPathException e) {
			return false;
		}
	}

	private static int usage(final String message) {
		System.err.println(message + " (see 'fovea spark --help')");
		return USAGE;
	}

	/** @return a context that the caller closes */
	static JavaSparkContext open(final SparkConf conf) throws SparkException {
		try {
			return new JavaSparkContext(conf);
		} catch (final RuntimeException e) {
			throw new SparkException("Cannot start Spark on " + conf.get("spark.master") + ": " + e.getMessage(), e);
		}
	}
}
