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

import fovea.ij1.bridge.OpenImageJ;
import fovea.scratch.Removal;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;
import org.scijava.Context;
import org.scijava.display.DisplayPostprocessor;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.plugin.PluginService;

/**
 * Gives tests the hosts that all classes share, since each starts a worker and loads TensorFlow: SciJava in this JVM,
 * for a parameter of type {@link Context}, and a plain ImageJ in one of its own, for {@link OpenImageJ}. They end after
 * the last test.
 */
public final class Hosts implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(Hosts.class);

	/**
	 * @return SciJava without what shows results, which knows no images outside of ImageJ2 and warns of each; the
	 *     caller disposes of it
	 */
	public static Context sciJava() {
		final Context context = new Context();
		final PluginService plugins = context.service(PluginService.class);
		plugins.removePlugin(plugins.getPlugin(DisplayPostprocessor.class));
		return context;
	}

	@Override
	public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext test) {
		final Class<?> type = parameter.getParameter().getType();
		return type == Context.class || type == OpenImageJ.class;
	}

	@Override
	public Object resolveParameter(final ParameterContext parameter, final ExtensionContext test) {
		final ExtensionContext.Store all = test.getRoot().getStore(NAMESPACE);
		if (parameter.getParameter().getType() == Context.class)
			return all.getOrComputeIfAbsent(SciJava.class, key -> SciJava.open(), SciJava.class)
					.context();
		final PlainImageJ last = all.get(PlainImageJ.class, PlainImageJ.class);
		if (last != null && !last.imageJ().isOpen()) {
			last.close();
			all.remove(PlainImageJ.class); // a macro has ended it: the other tests have another
		}
		return all.getOrComputeIfAbsent(PlainImageJ.class, key -> PlainImageJ.open(), PlainImageJ.class)
				.imageJ();
	}

	private record SciJava(Context context) implements AutoCloseable {

		/** What commands tell goes nowhere: in the log of a build it would look like errors of the build. */
		static SciJava open() {
			final Context context = sciJava();
			context.service(LogService.class).setLevel(LogLevel.NONE);
			return new SciJava(context);
		}

		@Override
		public void close() {
			context.dispose();
		}
	}

	private record PlainImageJ(Path folder, OpenImageJ imageJ) implements AutoCloseable {

		static PlainImageJ open() {
			try {
				final Path folder = Files.createTempDirectory("fovea-imagej");
				return new PlainImageJ(folder, new OpenImageJ(folder, false));
			} catch (final IOException | URISyntaxException e) {
				throw new AssertionFailedError("no ImageJ", e);
			}
		}

		@Override
		public void close() {
			imageJ.close();
			Removal.folder(folder);
		}
	}
}
