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

import fovea.ij1.adapter.ImagePlusAdapter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs may rely on: the packages {@code fovea}, {@code fovea.base} and {@code fovea.ij1.adapter}. */
class PublicApiTest {

	static final List<String> PACKAGES = List.of("fovea", "fovea.base", "fovea.ij1.adapter");
	private static final Path SOURCES = Path.of("src", "main", "java");

	@TempDir
	private Path folder;

	private static List<Class<?>> api() throws IOException, ClassNotFoundException {
		final List<Class<?>> classes = new ArrayList<>();
		for (final String name : PACKAGES)
			try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
				for (final Path file : files.filter(f -> f.toString().endsWith(".java"))
						.sorted()
						.toList()) {
					final String simple = file.getFileName().toString().replace(".java", "");
					if (simple.equals("package-info")) continue;
					final Class<?> type = Class.forName(name + "." + simple);
					if (Modifier.isPublic(type.getModifiers())) classes.add(type);
				}
			}
		for (final Class<?> type : List.copyOf(classes))
			for (final Class<?> nested : type.getDeclaredClasses())
				if (isSeen(nested.getModifiers())) classes.add(nested);
		return classes;
	}

	private static boolean isSeen(final int modifiers) {
		return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
	}

	@Test
	void onlyPublicTypesAreInSight() throws Exception {
		final Set<String> strangers = new TreeSet<>();
		final List<Class<?>> api = api();
		for (final Class<?> type : api) {
			see(type.getGenericSuperclass(), type, strangers);
			for (final Type each : type.getGenericInterfaces()) see(each, type, strangers);
			for (final TypeVariable<?> variable : type.getTypeParameters()) see(variable, type, strangers);
			for (final Field field : type.getDeclaredFields())
				if (isSeen(field.getModifiers())) see(field.getGenericType(), type, strangers);
			for (final Constructor<?> each : type.getDeclaredConstructors())
				if (isSeen(each.getModifiers())) see(each, type, strangers);
			for (final Method method : type.getDeclaredMethods())
				if (isSeen(method.getModifiers()) && !method.isSynthetic()) {
					see(method, type, strangers);
					see(method.getGenericReturnType(), type, strangers);
				}
			if (type.isRecord())
				for (final RecordComponent component : type.getRecordComponents())
					see(component.getGenericType(), type, strangers);
		}
		assertEquals(Set.of(), strangers, "types that programs see and may not rely on");
		assertTrue(api.size() > 20, api.toString());
	}

	private static void see(final Executable executable, final Class<?> by, final Set<String> strangers) {
		for (final Type type : executable.getGenericParameterTypes()) see(type, by, strangers);
		for (final Type type : executable.getGenericExceptionTypes()) see(type, by, strangers);
		for (final TypeVariable<?> variable : executable.getTypeParameters()) see(variable, by, strangers);
	}

	private static void see(final Type type, final Class<?> by, final Set<String> strangers) {
		see(type, by, strangers, new HashSet<>());
	}

	private static void see(final Type type, final Class<?> by, final Set<String> strangers, final Set<Type> seen) {
		if (type == null || !seen.add(type)) return;
		if (type instanceof final Class<?> known) {
			if (known.isArray()) see(known.getComponentType(), by, strangers, seen);
			else if (!isAllowed(known, by)) strangers.add(by.getName() + " shows " + known.getName());
		} else if (type instanceof final ParameterizedType generic) {
			see(generic.getRawType(), by, strangers, seen);
			for (final Type argument : generic.getActualTypeArguments()) see(argument, by, strangers, seen);
		} else if (type instanceof final GenericArrayType array)
			see(array.getGenericComponentType(), by, strangers, seen);
		else if (type instanceof final TypeVariable<?> variable)
			for (final Type bound : variable.getBounds()) see(bound, by, strangers, seen);
		else if (type instanceof final WildcardType wildcard) {
			for (final Type bound : wildcard.getUpperBounds()) see(bound, by, strangers, seen);
			for (final Type bound : wildcard.getLowerBounds()) see(bound, by, strangers, seen);
		}
	}

	private static boolean isAllowed(final Class<?> type, final Class<?> by) {
		if (type.isPrimitive()) return true;
		final String name = type.getPackageName();
		if (PACKAGES.contains(name)) return Modifier.isPublic(type.getModifiers());
		if (by == ImagePlusAdapter.class && type.getName().equals("ij.ImagePlus")) return true;
		if ((by == FoveaService.class || by == DefaultFoveaService.class) && name.startsWith("org.scijava."))
			return true;
		return name.startsWith("java.") || name.startsWith("net.imglib2");
	}

	@Test
	void theDocumentationSaysWhatIsPublic() throws IOException {
		for (final String name : PACKAGES) {
			final String info =
					Files.readString(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"));
			assertTrue(info.contains("public API"), name + " does not say in package-info.java that it is public API");
		}
	}

	/** Every public type, method and parameter is described, and every link leads somewhere. */
	@Test
	void theDocumentationIsBuiltWithoutWarnings() throws Exception {
		final DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
		final StringBuilder said = new StringBuilder();
		try (StandardJavaFileManager files = javadoc.getStandardFileManager(null, null, null)) {
			final List<Path> sources = new ArrayList<>();
			for (final String name : PACKAGES)
				try (Stream<Path> all = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
					all.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
				}
			final boolean built = javadoc.getTask(
							null,
							files,
							diagnostic -> {
								if (diagnostic.getKind() != javax.tools.Diagnostic.Kind.NOTE)
									said.append(diagnostic).append('\n');
							},
							null,
							List.of(
									"-d",
									folder.toString(),
									"-Xdoclint:all",
									"-Werror",
									"-quiet",
									"-encoding",
									"UTF-8",
									"-cp",
									System.getProperty("java.class.path")),
							files.getJavaFileObjectsFromPaths(sources))
					.call();
			assertEquals("", said.toString());
			assertTrue(built);
		}
	}
}
