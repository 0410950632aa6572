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
import fovea.base.TrainingException;
import fovea.ij1.Host;
import fovea.ij1.HostProgress;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.SettlesInputs;
import fovea.ij1.macro.MacroValue;
import fovea.ij1.macro.Recording;
import fovea.ij1.teach.ImageTeacher;
import fovea.ij1.teach.LibraryTeaching;
import fovea.ij1.teach.OverlayStrokes;
import fovea.job.LibraryEntry;
import fovea.model.Purpose;
import fovea.model.library.ModelLibrary;
import fovea.task.Option;
import fovea.task.Values;
import fovea.task.train.Masks;
import fovea.task.train.Network;
import fovea.task.train.Run;
import fovea.task.train.Teach;
import fovea.teach.StartingModel;
import fovea.teach.TeachingOptions;
import fovea.teach.TeachingSession;
import fovea.teach.TeachingState;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; Fovea &gt; Teach...: a network that learns while a person draws strokes on the image, beside a window;
 * in a macro, from strokes that are there.
 */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = Teach.LABEL, weight = 10.5)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Teaches a network to segment by strokes on the image, while one draws them")
public final class TeachCommand extends NetworkCommand implements SettlesInputs {

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(label = "Model", type = ItemIO.OUTPUT)
	private String path;

	private Runnable settled = () -> {};

	@Override
	List<Option<?>> ownOptions() {
		return Teach.options();
	}

	@Override
	public void whenSettled(final Runnable listener) {
		settled = listener;
	}

	@Override
	List<String> proposals(final String input) {
		return input.equals(Teach.START.key())
				? FittingModels.starts(new ModelLibrary(), Purpose.SEGMENTS)
				: super.proposals(input);
	}

	@Override
	Optional<UnaryOperator<String>> note(final String input) {
		return input.equals(Teach.START.key()) ? Optional.of(FittingModels::line) : super.note(input);
	}

	/** A person is asked nothing: the window has it all. */
	@Override
	void check() throws FoveaException {
		if (image == null && Host.isNoImageOpen()) throw noImage();
		for (final ModuleItem<?> item : getInfo().inputs())
			if (item.getType() != ImagePlus.class) resolveInput(item.getName());
	}

	@Override
	void work() throws FoveaException {
		// Without a window and without an image, the host passes an empty one.
		if (image == null || image.getWidth() == 0) throw noImage();
		requireDevice();
		final Values said = values(Teach.options());
		if (said.get(Teach.STROKES) == Teach.Strokes.OVERLAY) {
			settled.run();
			teach(said);
			return;
		}
		if (Host.isHeadless())
			throw new TrainingException(
					"there is no window to draw in: expected strokes=overlay, with strokes of each class and of the "
							+ "background as ROIs in the image's overlay, such as nucleus-1 and background-1");
		Recording.none(); // but what is kept
		final LibraryTeaching services = services();
		final String start = start(said, services);
		ImageTeacher.open(
				image, services, start, isNamed(said) ? services.start(start).classes() : List.of());
	}

	/** Who names a model wants its classes, too. */
	private static boolean isNamed(final Values said) {
		return !List.of(Network.AUTO, Network.NEW).contains(said.get(Teach.START));
	}

	/** @return name of the model that is begun with, empty: a new network */
	private String start(final Values said, final LibraryTeaching services) throws FoveaException {
		return switch (said.get(Teach.START)) {
			case Network.AUTO -> services.usual(ImagePlusImages.wrap(image)).orElse("");
			case Network.NEW -> "";
			default -> said.get(Teach.START);
		};
	}

	private LibraryTeaching services() throws FoveaException {
		return new LibraryTeaching(networks(), TeachCommand::models, CommandPages.of(TeachCommand.class), this::warn);
	}

	private static List<String> models() {
		return FittingModels.names(new ModelLibrary(), Optional.of(Purpose.SEGMENTS));
	}

	private void teach(final Values said) throws FoveaException {
		final LibraryTeaching services = services();
		final String start = start(said, services);
		final Optional<StartingModel> model = start.isEmpty() ? Optional.empty() : Optional.of(services.start(start));
		final OverlayStrokes drawn = OverlayStrokes.of(
				image,
				said.get(Masks.CLASSES),
				model.filter(known -> isNamed(said)).map(StartingModel::classes).orElse(List.of()));
		final LibraryEntry entry = new LibraryEntry(
				new ModelLibrary(),
				Optional.of(said.get(Run.LIBRARY_NAME))
						.filter(name -> !name.isEmpty())
						.orElseGet(() -> LibraryEntry.proposed(
								ImagePlusImages.title(image),
								drawn.classes().get(1).name())));
		entry.prepare(said.get(Run.OVERWRITE));
		try {
			keep(drawn, options(said, drawn, model), entry, services);
		} finally {
			entry.tidy();
		}
	}

	private static TeachingOptions options(
			final Values said, final OverlayStrokes drawn, final Optional<StartingModel> model) {
		final TeachingOptions usual = model.map(known -> TeachingOptions.of(drawn.classes(), known))
				.orElseGet(() -> TeachingOptions.of(drawn.classes()))
				.withSeed(said.get(Run.SEED));
		final int steps = said.get(Teach.STEPS);
		// who says how many wants them, also where the strokes are known already
		return steps == 0
				? usual
				: usual.withSteps(Math.min(usual.stepsPerUpdate(), steps), steps, steps)
						.withLearnedLoss(0);
	}

	private void keep(
			final OverlayStrokes drawn,
			final TeachingOptions options,
			final LibraryEntry entry,
			final LibraryTeaching services)
			throws FoveaException {
		final HostProgress progress = new HostProgress(name(), this::isCanceled);
		try (TeachingSession session = TeachingSession.open(
				options, drawn.images(), services.networks(), state -> progress(state, options, progress))) {
			session.addAll(drawn.strokes());
			final TeachingState taught = session.settle(progress::isCancelled);
			services.write(session.lesson(), entry);
			path = entry.files().model().toString();
			Host.log(name() + ": model=" + MacroValue.word(entry.name()) + ", "
					+ LibraryTeaching.summary(taught) + ", on "
					+ services.networks().device().label() + ", in " + path);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TrainingException("interrupted", e);
		} finally {
			progress.end();
		}
	}

	private static void progress(
			final TeachingState state, final TeachingOptions options, final HostProgress progress) {
		progress.step((int) Math.min(state.steps(), options.mostSteps()), options.mostSteps());
	}
}
