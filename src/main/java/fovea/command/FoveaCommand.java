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
package fovea.command;

import fovea.base.FoveaException;
import fovea.device.DeviceChoice;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.Selections;
import fovea.ij1.SettlesInputs;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Provenance;
import fovea.image.ChannelChoice;
import fovea.image.Image;
import fovea.image.Region;
import fovea.infer.LoadedModel;
import fovea.infer.ProgressListener;
import fovea.model.Purpose;
import fovea.task.Denoise;
import fovea.task.ImageTask;
import fovea.task.Option;
import fovea.task.Running;
import fovea.task.TaskKind;
import fovea.task.Values;
import ij.ImagePlus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.plugin.Parameter;

/** A command that runs a model over the active image. */
public abstract class FoveaCommand extends ModelCommand implements SettlesInputs {

	@Parameter(label = "Image")
	private ImagePlus image;

	private final TaskKind kind;
	private String outcome = "";
	private Runnable settled = () -> {};

	/** @param kind of the task */
	protected FoveaCommand(final TaskKind kind) {
		this.kind = kind;
	}

	@Override
	final List<Option<?>> ownOptions() {
		return kind.options().stream().filter(option -> !option.key().isEmpty()).toList();
	}

	@Override
	final Optional<Purpose> purpose() {
		return Optional.of(kind.use());
	}

	/**
	 * Does the work.
	 *
	 * @param job what to work on
	 * @throws FoveaException if it cannot be done
	 */
	protected abstract void process(Job job) throws FoveaException;

	/**
	 * Does the work where the image is to decide what does it.
	 *
	 * @param chance what to work on
	 * @throws FoveaException if it cannot be done
	 */
	void choose(final Chance chance) throws FoveaException {
		throw new IllegalStateException(chance.task() + " cannot be chosen");
	}

	/**
	 * What a command works on before anybody knows with what.
	 *
	 * @param image the input's pixels
	 * @param region those of them that are worked on
	 * @param task what is to be done
	 * @param listener hears of progress and warnings
	 */
	record Chance(Image image, Region region, ImageTask task, ProgressListener listener) {}

	/**
	 * What a command works on.
	 *
	 * @param image the input's pixels
	 * @param region those of them that are worked on
	 * @param model open for as long as the command runs
	 * @param task what is to be done
	 * @param listener hears of progress and warnings
	 */
	record Job(Image image, Region region, LoadedModel model, ImageTask task, ProgressListener listener) {}

	/** @return whether the image is to decide what does the task */
	private static boolean isChosen(final ImageTask task) {
		return task instanceof final Denoise denoise && denoise.isChosen();
	}

	/**
	 * @param model open
	 * @param seen the image
	 * @param choice of the user
	 * @return the channels that the model gets
	 */
	ChannelChoice channels(final LoadedModel model, final Image seen, final ChannelChoice choice) {
		return choice;
	}

	@Override
	public final void whenSettled(final Runnable listener) {
		settled = listener;
	}

	/**
	 * @param typed what a person has typed, by name, as macros write it
	 * @return the task with these values, and those that the inputs have
	 * @throws FoveaException if one means nothing
	 */
	final ImageTask task(final Map<String, String> typed) throws FoveaException {
		Values values = values(kind.options());
		for (final Option<?> option : kind.options())
			if (typed.containsKey(option.key())) values = values.read(option, typed.get(option.key()));
		return kind.of(values);
	}

	/**
	 * @param task whose model is meant
	 * @param typed as for {@link #task}
	 * @return the model, on the device that is meant, to be closed by the caller
	 * @throws FoveaException if it cannot be opened or is for something else
	 */
	final LoadedModel open(final ImageTask task, final Map<String, String> typed) throws FoveaException {
		final DeviceChoice device = typed.containsKey(Running.DEVICE.key())
				? Running.DEVICE.read(typed.get(Running.DEVICE.key()))
				: values(List.of(Running.DEVICE)).get(Running.DEVICE);
		if (isChosen(task)) throw new FoveaException("No preview: what is best for the image is found out at OK");
		return open(task, kind.model().initial(), engines().engine().loader().on(device));
	}

	/** @return the image the command was given */
	protected final ImagePlus image() {
		return image;
	}

	/**
	 * @param result a new image
	 * @param job that it is a result of
	 * @return the same, with its provenance in its info, as of files, now visible to a macro if one is running
	 * @throws FoveaException if the model's files cannot be read
	 */
	final ImagePlus shown(final ImagePlus result, final Job job) throws FoveaException {
		final String device = loader().device().label();
		return shown(result, Provenance.of(job.model(), MacroCall.of(job.task()), device));
	}

	/** As {@link #shown(ImagePlus, Job)}, with a provenance that is known. */
	final ImagePlus shown(final ImagePlus result, final Provenance provenance) {
		provenance.addTo(result);
		Host.show(result, caller());
		return result;
	}

	/**
	 * Says what was found: in the status bar, once all is done, and to a person in the log, which a macro may read.
	 *
	 * @param line such as "74 nuclei"
	 */
	final void found(final String line) {
		outcome = line;
		if (!Host.isMacro() && !Host.isHeadless()) Host.log(name() + ": " + image.getTitle() + ": " + line);
	}

	@Override
	final void check() throws FoveaException {
		if (image == null && Host.isNoImageOpen()) throw noImage();
	}

	@Override
	final void work() throws FoveaException {
		final ImageTask said = kind.of(values(kind.options()));
		// Without a window and without an image, the host passes an empty one.
		if (image == null || image.getWidth() == 0) throw noImage();
		final Image pixels = ImagePlusImages.wrap(image);
		final Region selected = said.values().get(Running.REGION) ? Selections.of(image, pixels) : Region.all(pixels);
		final HostProgress progress = new HostProgress(name(), this::isCanceled);
		try {
			if (isChosen(said)) {
				settled.run();
				choose(new Chance(pixels, selected, said, progress));
			} else process(said, pixels, selected, progress);
		} finally {
			progress.end();
		}
		tellDevice(outcome);
	}

	private void process(
			final ImageTask said, final Image pixels, final Region selected, final ProgressListener progress)
			throws FoveaException {
		try (LoadedModel loaded = open(said, kind.model().initial())) {
			final ChannelChoice channels =
					channels(loaded, pixels, said.prediction().channels());
			// So that it is recorded where nobody chose.
			setInput(Running.CHANNELS.key(), Running.CHANNELS.text(channels));
			settled.run();
			final ImageTask task = kind.of(said.values().with(Running.CHANNELS, channels));
			process(new Job(pixels, selected, loaded, task, progress));
		}
	}
}
