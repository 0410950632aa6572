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
package fovea.engine;

import fovea.base.FoveaException;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/** The engine that all commands of a SciJava context share; it ends with the context. Thread-safe. */
@Plugin(type = Service.class)
public final class EngineService extends AbstractService implements SciJavaService {

	@Parameter
	private LogService log;

	private Engine engine;
	private boolean disposed;

	/**
	 * @return the engine, a worker unless {@value EngineKind#PROPERTY} says otherwise; made by the first who asks, and
	 *     not to be closed by the caller
	 * @throws FoveaException if there is none
	 */
	public synchronized Engine engine() throws FoveaException {
		if (disposed) throw new FoveaException("ImageJ is about to end");
		if (engine != null) return engine;
		engine = Engine.of(EngineKind.chosen(EngineKind.WORKER));
		engine.notice().ifPresent(log::warn);
		return engine;
	}

	/**
	 * Begins to load TensorFlow, while a dialog is open or a model is read; does not wait, and leaves errors to the
	 * run.
	 */
	public void warmUp() {
		Engine.warmUp(this::engine, log::debug);
	}

	@Override
	public synchronized void dispose() {
		disposed = true;
		if (engine != null) engine.close();
	}
}
