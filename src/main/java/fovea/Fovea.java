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

import fovea.base.FoveaException;
import fovea.device.DeviceChoice;
import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.infer.LoadedModel;
import fovea.infer.network.NetworkLoader;
import fovea.latent.Autoencoder;
import fovea.latent.Pooling;
import fovea.model.library.ModelLibrary;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way into Fovea for programs: opens models, and trains them.
 *
 * <pre>{@code
 * try (Fovea fovea = Fovea.start()) {
 *     Segmentation nuclei = fovea.model("nuclei").segment(image);
 *     System.out.println(nuclei.objects().size() + " nuclei");
 * }
 * }</pre>
 *
 * <p>In a SciJava context (Fiji, scripts, PyImageJ) take the {@link FoveaService}, whose networks run where those of
 * Fovea's commands do.
 *
 * <p>Whoever starts it closes it, which closes the models that it has opened and ends the second JVM; results stay.
 * Start one for a program, not one for each image. A program that forgets to close it ends all the same: no thread of
 * it keeps a JVM alive, and the second JVM ends with the first. Thread-safe.
 */
public final class Fovea implements AutoCloseable {

	private final Engine engine;
	private final boolean owner;
	private final FoveaSettings settings;
	private final Cleaner cleaner = Cleaner.create();
	private final Map<Object, Cleaner.Cleanable> open = new ConcurrentHashMap<>();
	private boolean closed;

	/**
	 * @param engine that runs networks
	 * @param owner whether it is closed together with this
	 * @param settings how to go about it; not where TensorFlow runs
	 */
	Fovea(final Engine engine, final boolean owner, final FoveaSettings settings) {
		this.engine = engine;
		this.owner = owner;
		this.settings = settings;
	}

	/**
	 * @return one with {@link FoveaSettings#DEFAULT}, that the caller closes; TensorFlow is loaded by the first model
	 * @throws FoveaException if there is no TensorFlow on the class path, with what to do
	 */
	public static Fovea start() throws FoveaException {
		return start(FoveaSettings.DEFAULT);
	}

	/**
	 * @param settings where TensorFlow runs, and the like
	 * @return one that the caller closes; TensorFlow is loaded by the first model
	 * @throws FoveaException if there is no TensorFlow on the class path, with what to do
	 */
	public static Fovea start(final FoveaSettings settings) throws FoveaException {
		final Engine engine = Engine.of(
				settings.engine().isPresent() ? settings.engine().get() : EngineKind.chosen(EngineKind.WORKER));
		engine.notice().ifPresent(settings.warnings());
		return new Fovea(engine, true, settings);
	}

	/**
	 * @return names of the models that {@link #model} knows, sorted: those in the user's library and those inside Fovea
	 */
	public List<String> modelNames() {
		return library().names();
	}

	/**
	 * As {@link #model(String, ModelSettings)}, as the model says itself.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model
	 * @return the model, which is closed by the caller or together with Fovea
	 * @throws FoveaException if there is no such model, or it cannot be opened
	 */
	public Model model(final String nameOrPath) throws FoveaException {
		return model(nameOrPath, ModelSettings.DEFAULT);
	}

	/**
	 * Opens a model that turns images into objects or images. The first one loads TensorFlow, which takes seconds.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model: a folder or zip of a bioimage.io package
	 *     or a SavedModel
	 * @param model what to say about it
	 * @return the model, which is closed by the caller or together with this
	 * @throws FoveaException if there is none, it is broken, it may do more than compute and is not trusted, or no
	 *     image goes in or comes out
	 */
	public Model model(final String nameOrPath, final ModelSettings model) throws FoveaException {
		requireOpen();
		model.options().notes().forEach(settings.warnings());
		return new Model(
				this, LoadedModel.open(library().open(nameOrPath, settings.warnings()), loader(), model.options()));
	}

	/**
	 * As {@link #latentModel(String, ModelSettings, boolean)}, as the model says itself, pooled.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model
	 * @return the model, which is closed by the caller or together with Fovea
	 * @throws FoveaException if there is no such model, it cannot be opened, or it has no encoder
	 */
	public LatentModel latentModel(final String nameOrPath) throws FoveaException {
		return latentModel(nameOrPath, ModelSettings.DEFAULT, true);
	}

	/**
	 * Opens an autoencoder, to see the space between its encoder and its decoder.
	 *
	 * @param nameOrPath one of {@link #modelNames()}, or the path of a model with an encoder
	 * @param model what to say about it
	 * @param pooled where the encoder makes a map: true: encodings are the means of its channels, so that images of all
	 *     sizes compare, but nothing can be decoded; false: all its values. A vector stays as it is
	 * @return the model, which is closed by the caller or together with this
	 * @throws FoveaException if there is none, it is broken, it may do more than compute and is not trusted, or it has
	 *     no encoder
	 */
	public LatentModel latentModel(final String nameOrPath, final ModelSettings model, final boolean pooled)
			throws FoveaException {
		requireOpen();
		model.options().notes().forEach(settings.warnings());
		return new LatentModel(
				this,
				Autoencoder.open(
						library().open(nameOrPath, settings.warnings()),
						loader(),
						model.options(),
						pooled ? Pooling.MEAN : Pooling.FLATTEN));
	}

	/**
	 * As {@link #train(Training, Path, TrainingProgress)}; warnings go where {@link FoveaSettings} says.
	 *
	 * @param training what is learned, and from what
	 * @param model a zip that is written
	 * @return the report of the training
	 * @throws FoveaException as with a progress
	 */
	public TrainingReport train(final Training training, final Path model) throws FoveaException {
		return train(training, model, new TrainingProgress() {

			@Override
			public void warning(final String line) {
				settings.warnings().accept(line);
			}
		});
	}

	/**
	 * Trains a network, and writes it as a model.
	 *
	 * @param training what is learned, and from what
	 * @param model a zip that is written, in a folder that exists; beside it a table and a picture of the losses, and a
	 *     picture of some samples
	 * @param progress hears of epochs and warnings, may end the training
	 * @return the report of the training
	 * @throws FoveaException if there is such a file already, images and network do not fit, memory does not suffice,
	 *     the training fails, or the model cannot be written; a {@link fovea.base.CancelledException} if it was ended
	 *     before its first epoch was done
	 */
	public TrainingReport train(final Training training, final Path model, final TrainingProgress progress)
			throws FoveaException {
		requireOpen();
		return new TrainingRunner(engine.networks().on(DeviceChoice.of(settings.device())))
				.run(training, model, progress);
	}

	private ModelLibrary library() {
		return settings.modelFolders().map(ModelLibrary::new).orElseGet(ModelLibrary::new);
	}

	private NetworkLoader loader() throws FoveaException {
		return engine.loader().on(DeviceChoice.of(settings.device()));
	}

	/** @return where warnings go of a run without a progress of its own */
	Progress progress() {
		return Progress.warnings(settings.warnings());
	}

	/**
	 * @param holder who holds what is open
	 * @param closing frees it, and does not know the holder
	 * @return closes it, once; that is also done where this is closed, or nobody has the holder any more
	 */
	Runnable keep(final Object holder, final Runnable closing) {
		final Object key = new Object();
		final Cleaner.Cleanable cleanable = cleaner.register(holder, () -> {
			open.remove(key);
			closing.run();
		});
		open.put(key, cleanable);
		return cleanable::clean;
	}

	private synchronized void requireOpen() throws FoveaException {
		if (closed) throw new FoveaException("Fovea is closed: expected models to be opened before");
	}

	/** Closes the models that are open, and ends the second JVM where there is one. Closing it again does nothing. */
	@Override
	public void close() {
		synchronized (this) {
			if (closed) return;
			closed = true;
		}
		List.copyOf(open.values()).forEach(Cleaner.Cleanable::clean);
		if (owner) engine.close();
	}
}
