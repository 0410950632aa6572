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
package fovea.doctor;

import fovea.base.FoveaException;
import fovea.device.GpuSetup;
import fovea.device.TensorFlowFacts;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks at a computer and says what there is: versions, engine, devices, memory, folders, jars in the way, models.
 * Nothing that it meets makes it fail. Not thread-safe.
 */
public final class Doctor {

	private final HostFacts host;
	private final Engines engines;
	private final ModelLibrary library;
	/** Of the engine; found out once, after which it is there or the reason why it is not. */
	private TensorFlowFacts facts;

	private FoveaException failure;

	/** Gives the engine, which stays its owner's. */
	public interface Engines {

		/**
		 * @return what runs networks here
		 * @throws FoveaException if there is none, with the reason
		 */
		Engine engine() throws FoveaException;
	}

	/**
	 * @param host what Fovea is part of
	 * @param engines what networks are run with
	 * @param library whose models are looked at
	 */
	public Doctor(final HostFacts host, final Engines engines, final ModelLibrary library) {
		this.host = host;
		this.engines = engines;
		this.library = library;
	}

	/**
	 * Takes some seconds, mostly for loading TensorFlow and the models.
	 *
	 * @param out gets line by line, as they are found: if this process does not survive TensorFlow, what went before is
	 *     there
	 */
	public void report(final Consumer<String> out) {
		final Privacy privacy = Privacy.ofUser();
		for (final Section section : sections()) section.lines().forEach(line -> out.accept(privacy.hide(line)));
	}

	private List<Section> sections() {
		final SystemFacts system = new SystemFacts(host);
		return List.of(
				new Section("Versions", system::versions),
				new Section("Memory and disk", () -> new Space(library).lines()),
				new Section("TensorFlow of other plugins", () -> new OtherTensorFlow(host.folder()).lines()),
				new Section("TensorFlow", () -> new EngineFacts(engines.engine(), facts()).lines()),
				new Section("Devices", () -> EngineFacts.devices(facts())),
				new Section("What a GPU needs", () -> GpuSetup.here(natives()).lines()),
				new Section(
						"Models",
						() -> new ModelFindings(library, engines.engine().loader()).lines()));
	}

	private TensorFlowFacts facts() throws FoveaException {
		if (failure != null) throw failure;
		try {
			if (facts == null) facts = engines.engine().facts();
			return facts;
		} catch (final FoveaException e) {
			failure = e;
			throw e;
		}
	}

	private Optional<String> natives() {
		return Optional.ofNullable(facts).map(TensorFlowFacts::natives).filter(platform -> platform.contains("-"));
	}
}
