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
package fovea.ij1.macro;

import org.scijava.event.EventHandler;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;
import org.scijava.service.event.ServicesLoadedEvent;

/**
 * Has ImageJ2 understand earlier names of commands from its start on. Not before all its services are there, since it
 * changes classes of ImageJ before they may be used; without ImageJ2 this does nothing, and ImageJ is not touched.
 * ImageJ2 begins with SciJava's services, then its own, and makes others when somebody needs them: so this is one of
 * SciJava's.
 */
@Plugin(type = Service.class)
public final class EarlierNamesService extends AbstractService implements SciJavaService {

	private static final String IMAGEJ2 = "net.imagej.legacy.LegacyService";

	@Parameter
	private LogService log;

	private AutoCloseable listening = () -> {};

	/** @param event says that all services are there */
	@EventHandler
	void onEvent(final ServicesLoadedEvent event) {
		if (getContext().getService(IMAGEJ2) != null) listening = EarlierNames.understand();
	}

	@Override
	public void dispose() {
		try {
			listening.close();
		} catch (final Exception e) {
			log.debug(e);
		}
	}
}
