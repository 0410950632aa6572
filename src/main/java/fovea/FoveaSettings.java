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

import fovea.device.DeviceChoice;
import fovea.engine.EngineKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How {@link Fovea} is started. Immutable; begin with {@link #DEFAULT}:
 *
 * <pre>{@code
 * Fovea.start(FoveaSettings.DEFAULT.withDevice("cpu").withWarnings(log::warn));
 * }</pre>
 */
public final class FoveaSettings {

	/**
	 * TensorFlow in a second JVM, unless the system property {@code fovea.engine} says {@code inprocess}; on a GPU
	 * where TensorFlow sees one; models of the user's library and those inside Fovea; warnings go to the system logger
	 * {@code fovea}.
	 */
	public static final FoveaSettings DEFAULT = new FoveaSettings(
			Optional.empty(),
			DeviceChoice.AUTO.label(),
			Optional.empty(),
			line -> System.getLogger("fovea").log(System.Logger.Level.WARNING, line));

	private final Optional<EngineKind> engine;
	private final String device;
	private final Optional<List<Path>> modelFolders;
	private final Consumer<String> warnings;

	private FoveaSettings(
			final Optional<EngineKind> engine,
			final String device,
			final Optional<List<Path>> modelFolders,
			final Consumer<String> warnings) {
		this.engine = engine;
		this.device = device;
		this.modelFolders = modelFolders;
		this.warnings = warnings;
	}

	/**
	 * @param inProcess true: TensorFlow runs in this JVM, which is a little faster for small images, but ends with it
	 *     if it crashes; false: in a second JVM, which is started when the first model is opened and ends with
	 *     {@link Fovea#close()}, with this JVM, or after ten idle minutes
	 * @return the same with TensorFlow there
	 */
	public FoveaSettings withTensorFlowInProcess(final boolean inProcess) {
		return new FoveaSettings(
				Optional.of(inProcess ? EngineKind.INPROCESS : EngineKind.WORKER), device, modelFolders, warnings);
	}

	/**
	 * @param newDevice what computes: {@code cpu}; {@code gpu}, or one of several such as {@code gpu:1}; {@code auto}:
	 *     a GPU where TensorFlow sees one, else the processor
	 * @return the same on that device; whether there is one is seen when a model is opened
	 */
	public FoveaSettings withDevice(final String newDevice) {
		return new FoveaSettings(engine, newDevice, modelFolders, warnings);
	}

	/**
	 * @param folders where models are looked for by name, beside those inside Fovea; the first one wins
	 * @return the same with other folders than the user's library ({@code ~/.fovea/models}, or {@code FOVEA_MODELS})
	 */
	public FoveaSettings withModelFolders(final List<Path> folders) {
		return new FoveaSettings(engine, device, Optional.of(List.copyOf(folders)), warnings);
	}

	/**
	 * @param lines takes what is to be known about models, and about results of runs without a {@link Progress} of
	 *     their own; one line each, from any thread
	 * @return the same with warnings there
	 */
	public FoveaSettings withWarnings(final Consumer<String> lines) {
		return new FoveaSettings(engine, device, modelFolders, lines);
	}

	Optional<EngineKind> engine() {
		return engine;
	}

	String device() {
		return device;
	}

	Optional<List<Path>> modelFolders() {
		return modelFolders;
	}

	Consumer<String> warnings() {
		return warnings;
	}
}
