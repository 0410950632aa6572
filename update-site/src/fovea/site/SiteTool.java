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
package fovea.site;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the scripts of the folder update-site call. Exit code 0: all is well; 1: something is wrong, which is told in
 * one line.
 */
public final class SiteTool {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

	private final PrintStream out;

	private SiteTool(final PrintStream out) {
		this.out = out;
	}

	/** @param args a command and its arguments, as the scripts give them */
	public static void main(final String... args) {
		try {
			new SiteTool(System.out).run(args[0], Arrays.asList(args).subList(1, args.length));
		} catch (final SiteException | IOException e) {
			System.err.println("update-site: " + (e instanceof SiteException ? e.getMessage() : e.toString()));
			System.exit(1);
		}
	}

	private void run(final String command, final List<String> args) throws IOException, SiteException {
		switch (command) {
			case "stage" ->
				stage(
						args.get(0),
						Path.of(args.get(1)),
						Path.of(args.get(2)),
						Path.of(args.get(3)),
						args.subList(4, args.size()));
			case "publish" -> publish(Path.of(args.get(0)), Path.of(args.get(1)), args.get(2), Path.of(args.get(3)));
			case "zip" ->
				ZipWriter.write(Path.of(args.get(0)), LocalDateTime.parse(args.get(1), STAMP), Path.of(args.get(2)));
			case "verify" -> verify(args.get(0), Path.of(args.get(1)), args.subList(2, args.size()));
			case "serve" -> serve(Path.of(args.get(0)), Integer.parseInt(args.get(1)));
			case "install" -> install(args.get(0), Path.of(args.get(1)), args.get(2));
			default ->
				throw new SiteException("expected stage, publish, zip, verify, serve or install, but found " + command);
		}
	}

	private void verify(final String site, final Path work, final List<String> platforms)
			throws IOException, SiteException {
		final SiteVerification verification = new SiteVerification(out);
		if (isAddress(site)) verification.verify(URI.create(site.endsWith("/") ? site : site + "/"), work, platforms);
		else verification.verify(Path.of(site), work, platforms);
	}

	private static boolean isAddress(final String site) {
		return site.startsWith("http://") || site.startsWith("https://");
	}

	private static void stage(
			final String kind, final Path plugin, final Path build, final Path sources, final List<String> platforms)
			throws IOException, SiteException {
		final List<Path> reports = List.of(
				sources.resolveSibling("LICENSE.txt"),
				build.resolve("THIRD-PARTY.txt"),
				build.resolve("fovea-sbom.json"));
		final Staging staging = new Staging(plugin, build.resolve("jars"), build.resolve("natives"), sources, reports);
		final Path to = build.resolve("tree");
		switch (kind) {
			case "fiji" -> staging.fiji(platforms, to.resolve("fiji"));
			case "gpu" -> staging.gpu("linux64", "linux64-gpu", to.resolve("gpu"));
			default -> {
				for (final String platform : platforms)
					staging.imagej(
							platform, to.resolve("imagej").resolve(platform).resolve("Fovea"));
			}
		}
	}

	private void publish(final Path tree, final Path site, final String timestamp, final Path sources)
			throws IOException, SiteException {
		final Artifacts artifacts = Artifacts.read(sources.resolve("artifacts.txt"));
		final List<String> changed =
				new Publication(tree, site, Long.parseLong(timestamp), new FoveaMetadata(artifacts)).publish();
		out.println(
				changed.isEmpty()
						? site + ": nothing has changed"
						: site + ": " + changed.size() + " files new, changed or obsolete");
		final List<SiteFile> files = Database.of(site).files();
		for (final String platform : FileName.PLATFORMS) {
			if (files.stream().flatMap(f -> f.platform().stream()).noneMatch(platform::equals)) continue;
			final long bytes = files.stream()
					.filter(f -> f.isFor(platform))
					.flatMap(f -> f.current().stream())
					.mapToLong(SiteFile.Version::size)
					.sum();
			out.printf("  %-12s %4d MB to download%n", platform, Math.round(bytes / 1e6));
		}
	}

	private void install(final String site, final Path folder, final String platform)
			throws IOException, SiteException {
		final Client.Outcome outcome;
		if (isAddress(site)) outcome = new Client(URI.create(site), folder, platform).update();
		else
			try (SiteServer server = new SiteServer(Path.of(site), 0)) {
				outcome = new Client(server.address(), folder, platform).update();
			}
		outcome.removed().forEach(name -> out.println("removed    " + name));
		outcome.installed().forEach(name -> out.println("installed  " + name));
		outcome.kept().forEach(name -> out.println("kept       " + name + ", which is none of Fovea's versions"));
		if (Stream.of(outcome.removed(), outcome.installed(), outcome.kept()).allMatch(List::isEmpty))
			out.println("everything is up to date");
	}

	private void serve(final Path site, final int port) throws IOException {
		if (!Files.exists(site.resolve(Database.NAME))) throw new IOException(site + " has no " + Database.NAME);
		final SiteServer server = new SiteServer(site, port); // until the process is ended
		out.println("Serving " + site + " at " + server.address() + " to this computer; Ctrl-C ends it");
	}

	/** What the updater shows of Fovea's files. */
	private record FoveaMetadata(Artifacts artifacts) implements Publication.Metadata {

		@Override
		public String description(final String filename) {
			if (filename.startsWith("plugins/"))
				return "Fovea: denoise, reconstruct and segment images with convolutional networks";
			if (filename.startsWith("lib/")) return "TensorFlow for Fovea, used in a Java process of its own";
			if (filename.startsWith("jars/")) return "Fovea needs it to read weights of Keras";
			if (filename.startsWith("licenses/")) return "Licenses of Fovea and of what comes with it";
			return "An example for Fovea";
		}

		/** Nothing of lib/: the updater's command line would install those of all systems. */
		@Override
		public List<String> dependencies(final String filename) {
			if (!filename.startsWith("plugins/")) return List.of();
			final List<String> needed = new ArrayList<>(artifacts.in(Artifacts.Place.FIJI));
			needed.addAll(artifacts.in(Artifacts.Place.JARS));
			return needed.stream().sorted().map(name -> "jars/" + name + ".jar").toList();
		}
	}
}
