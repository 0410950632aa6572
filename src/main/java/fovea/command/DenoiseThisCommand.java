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
import fovea.data.ImageSource;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.Selections;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Provenance;
import fovea.ij1.macro.MacroValue;
import fovea.image.Image;
import fovea.job.LibraryEntry;
import fovea.job.SelfTraining;
import fovea.job.StepTime;
import fovea.job.TrainedFiles;
import fovea.model.Purpose;
import fovea.model.library.ModelLibrary;
import fovea.rank.Choice;
import fovea.rank.Contenders;
import fovea.task.Denoise;
import fovea.task.Option;
import fovea.task.TaskKind;
import fovea.task.Values;
import fovea.task.train.Network;
import fovea.task.train.SelfSupervision;
import fovea.train.TrainableNetworkFactory;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Fovea &gt; Denoise This Image...: trains a network on the noisy image alone, beside a window, and shows
 * what the network makes of the image, unless what it began with or a filter leaves less noise.
 */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = SelfSupervision.LABEL, weight = 2.5)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Trains a convolutional network on the active image itself and denoises it")
public final class DenoiseThisCommand extends NetworkCommand {

	private static final String NOTHING = "cancelled: no image, and no model is written";

	@Parameter(label = "Image")
	private ImagePlus image;

	@Parameter(label = "Denoised", type = ItemIO.OUTPUT)
	private ImagePlus denoised;

	@Parameter(label = "Model", type = ItemIO.OUTPUT)
	private String path;

	@Override
	List<Option<?>> ownOptions() {
		return SelfSupervision.OPTIONS;
	}

	@Override
	List<String> proposals(final String input) {
		return input.equals(SelfSupervision.START.key())
				? FittingModels.starts(new ModelLibrary(), Purpose.RESTORES)
				: super.proposals(input);
	}

	@Override
	Optional<UnaryOperator<String>> note(final String input) {
		return input.equals(SelfSupervision.START.key()) ? Optional.of(DenoiseThisCommand::start) : super.note(input);
	}

	private static String start(final String nameOrPath) {
		return nameOrPath.equals(Network.AUTO)
				? "The model inside that removes most of this image's noise. The log says which."
				: FittingModels.line(nameOrPath);
	}

	@Override
	void check() throws FoveaException {
		if (image == null && Host.isNoImageOpen()) throw noImage();
	}

	@Override
	void work() throws FoveaException {
		// Without a window and without an image, the host passes an empty one.
		if (image == null || image.getWidth() == 0) throw noImage();
		final TrainingView view = TrainingView.of(name(), this::isCanceled);
		view.watch(() -> denoise(view), NOTHING);
	}

	private void denoise(final TrainingView view) throws FoveaException {
		requireDevice();
		final Values said = values(SelfSupervision.OPTIONS);
		Selections.of(image, ImagePlusImages.wrap(image)); // before minutes go by in vain
		final Optional<LibraryEntry> kept = Optional.of(said.get(SelfSupervision.KEEP))
				.filter(name -> !name.isEmpty())
				.map(name -> new LibraryEntry(new ModelLibrary(), name));
		if (kept.isPresent()) {
			kept.get().requireName(SelfSupervision.KEEP.key());
			kept.get().prepare(SelfSupervision.overwrites(said));
		}
		// It takes minutes, in which a person may draw on the image or close it.
		final ImagePlus source = ImagePlusImages.copy(image);
		try (TrainedFiles files = kept.isPresent() ? TrainedFiles.of(kept.get()) : TrainedFiles.temporary()) {
			final SelfTraining.Trained trained = train(said, source, files, view);
			final Choice choice = show(said, source, trained, view);
			if (files.areKept()) path = files.files().model().toString();
			view.tell(summary(trained, files));
			view.finished(choice.verdict().choice());
			if (files.areKept()) view.kept(files.files().title() + " is in " + path);
		}
	}

	private String summary(final SelfTraining.Trained trained, final TrainedFiles files) throws FoveaException {
		final String line =
				trained.outcome().summary() + ", on " + networks().device().label();
		return files.areKept()
				? "model=" + MacroValue.word(files.files().title()) + ", " + line + ", in " + path
				: line + "; the network is not kept (keep=NAME keeps it)";
	}

	private SelfTraining.Trained train(
			final Values said, final ImagePlus source, final TrainedFiles files, final TrainingView view)
			throws FoveaException {
		final TrainableNetworkFactory networks = networks();
		final SelfTraining training = SelfTraining.of(
				SelfSupervision.start(said),
				start -> SelfSupervision.choices(said, start),
				ImageSource.of(source.getTitle(), List.of(ImagePlusImages.wrap(source))),
				source.getTitle(),
				new ModelLibrary(),
				networks,
				view);
		view.start(source.getTitle(), training.plan());
		view.tell(StepTime.of(training.plan(), networks).toString());
		return training.run(files.files(), List.of(), networks, view);
	}

	private Choice show(
			final Values said, final ImagePlus source, final SelfTraining.Trained trained, final TrainingView view)
			throws FoveaException {
		final Denoise task = (Denoise) TaskKind.DENOISE.of(Values.initial(TaskKind.DENOISE.options()));
		final Image pixels = ImagePlusImages.wrap(source);
		final HostProgress progress = new HostProgress(name(), () -> isCanceled() || view.isDiscarded());
		try (Contenders contenders = trained.contenders(loader(), this::warn)) {
			final FoveaCommand.Chance chance =
					new FoveaCommand.Chance(pixels, Selections.of(source, pixels), task, progress);
			final Choice choice = contenders.choose(pixels, chance.region().box(), task.prediction(), progress);
			final ImagePlus result = DenoiseCommand.denoise(choice, chance, source);
			Provenance.of(choice, macro(said, trained), loader().device().label())
					.addTo(result);
			choice.verdict().rows().forEach(row -> view.tell(row.strip()));
			Host.show(result, caller());
			denoised = result;
			return choice;
		} finally {
			progress.end();
		}
	}

	/** Nobody stops at the same step twice. */
	private static String macro(final Values said, final SelfTraining.Trained trained) {
		return trained.isStopped()
				? "none: the training was stopped by hand"
				: MacroCall.of(SelfSupervision.LABEL, SelfSupervision.deciding(said), SelfSupervision.START)
						.text();
	}
}
