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
package fovea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table of packages in docs/architecture.md is the law: which packages there are, and what each stands on, packages
 * of Fovea and libraries. A package that needs another one gets it there, in a line that a reviewer sees; what is not
 * needed any more goes.
 */
class PackagesTest {

	private static final Path SOURCES = Path.of("src/main/java");
	private static final Path TABLE = Path.of("docs/architecture.md");
	private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| ([^|]+) \\| ([^|]*) \\|");

	/** More files than this are two packages. */
	private static final int ROOM = 40;

	/** Names of libraries in the table, by what their packages begin with; Java itself is not among them. */
	private static final Map<String, String> LIBRARIES = Map.ofEntries(
			Map.entry("net.imglib2", "ImgLib2"),
			Map.entry("ij", "ImageJ"),
			Map.entry("org.scijava", "SciJava"),
			Map.entry("org.tensorflow", "TensorFlow"),
			Map.entry("org.bytedeco", "TensorFlow"),
			Map.entry("com.google.protobuf", "TensorFlow"),
			Map.entry("picocli", "picocli"),
			Map.entry("com.fasterxml.jackson", "Jackson"),
			Map.entry("org.yaml", "SnakeYAML"),
			Map.entry("javax.swing", "Swing"),
			Map.entry("java.awt", "AWT"),
			Map.entry("org.jfree", "JFreeChart"),
			Map.entry("org.commonmark", "CommonMark"),
			Map.entry("org.apache.commons.math3", "Commons Math"),
			Map.entry("io.jhdf", "jHDF"),
			Map.entry("io.airlift.compress", "aircompressor"));

	private static JavaClasses classes;
	private static Map<String, Set<String>> written;
	private static Map<String, Set<String>> found;

	@BeforeAll
	static void readTableAndClasses() throws IOException {
		classes = new ClassFileImporter()
				.withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("fovea");
		written = new TreeMap<>();
		for (final String line : Files.readAllLines(TABLE)) {
			final Matcher row = ROW.matcher(line);
			if (row.matches())
				written.put(row.group(1), new TreeSet<>(List.of(row.group(3).split(", "))));
		}
		found = new TreeMap<>();
		for (final JavaClass each : classes)
			for (final Dependency dependency : each.getDirectDependenciesFromSelf())
				name(dependency.getTargetClass().getBaseComponentType())
						.filter(target -> !target.equals(shortName(each)))
						.ifPresent(target -> found.computeIfAbsent(shortName(each), none -> new TreeSet<>())
								.add(target));
	}

	private static String shortName(final JavaClass type) {
		return type.getPackageName().replaceFirst("^fovea\\.", "");
	}

	private static Optional<String> name(final JavaClass type) {
		final String packageName = type.getPackageName();
		if (packageName.equals("fovea") || packageName.startsWith("fovea.")) return Optional.of(shortName(type));
		return LIBRARIES.entrySet().stream()
				.filter(library ->
						packageName.equals(library.getKey()) || packageName.startsWith(library.getKey() + "."))
				.map(Map.Entry::getValue)
				.findFirst();
	}

	@Test
	void theTableNamesEveryPackage() throws IOException {
		final Set<String> folders = new TreeSet<>();
		for (final Path folder : foldersWithSources())
			folders.add(SOURCES.relativize(folder).toString().replace('\\', '.').replace('/', '.'));
		assertTrue(folders.size() > 30, folders.toString());
		assertEquals(
				folders.stream().map(each -> each.replaceFirst("^fovea\\.", "")).collect(Collectors.toSet()),
				written.keySet());
	}

	@Test
	void aPackageStandsOnWhatTheTableSays() throws IOException {
		final Map<String, String> wrong = new TreeMap<>();
		for (final String each : written.keySet()) {
			final String uses = String.join(", ", found.getOrDefault(each, Set.of("Java alone")));
			if (!uses.equals(String.join(", ", written.get(each)))) wrong.put(each, uses);
		}
		if (Boolean.getBoolean("fovea.write")) write(wrong);
		else if (!wrong.isEmpty()) {
			fail(TABLE
					+ " does not say what these stand on (write it there, or run this test with -Dfovea.write=true):\n"
					+ wrong.entrySet().stream()
							.map(each -> each.getKey() + ": " + each.getValue())
							.collect(Collectors.joining("\n")));
		}
	}

	private static void write(final Map<String, String> changed) throws IOException {
		final List<String> lines = new ArrayList<>();
		for (final String line : Files.readAllLines(TABLE)) {
			final Matcher row = ROW.matcher(line);
			lines.add(
					row.matches() && changed.containsKey(row.group(1))
							? line.substring(0, row.start(3)) + changed.get(row.group(1)) + " |"
							: line);
		}
		Files.write(TABLE, lines);
	}

	/** Without one nobody can say which package stands on which. */
	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices()
				.assignedFrom(new EachPackage())
				.should()
				.beFreeOfCycles()
				.check(classes);
	}

	@Test
	void aPackageIsForOneThingAndSaysWhich() throws IOException {
		final Set<String> wrong = new TreeSet<>();
		for (final Path folder : foldersWithSources()) {
			if (!Files.isRegularFile(folder.resolve("package-info.java"))) wrong.add(folder + " has no package-info");
			try (Stream<Path> files = Files.list(folder)) {
				final long count =
						files.filter(file -> file.toString().endsWith(".java")).count();
				if (count > ROOM) wrong.add(folder + " has " + count + " files, at most " + ROOM + " are expected");
			}
		}
		assertEquals(Set.of(), wrong);
	}

	private static Set<Path> foldersWithSources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(file -> file.toString().endsWith(".java"))
					.map(Path::getParent)
					.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static final class EachPackage implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(final JavaClass type) {
			return SliceIdentifier.of(type.getPackageName());
		}

		@Override
		public String getDescription() {
			return "packages";
		}
	}
}
