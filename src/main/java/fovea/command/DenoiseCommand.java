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
import fovea.ij1.Host;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.Selections;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Provenance;
import fovea.image.Image;
import fovea.image.Region;
import fovea.infer.OrientationSpread;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import fovea.rank.Choice;
import fovea.rank.Contenders;
import fovea.rank.RunScore;
import fovea.rank.Verdict;
import fovea.task.Denoise;
import fovea.task.Output;
import fovea.task.TaskKind;
import fovea.ui.form.LivePreview;
import ij.ImagePlus;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Denoise (CAE)...: what a denoising model makes of the image. */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Denoise (CAE)...", weight = 2)
		},
		initializer = FoveaCommand.INITIALIZER,
		headless = true,
		description = "Denoises the active image with a convolutional network")
public final class DenoiseCommand extends FoveaCommand {

	@Parameter(label = "Uncertainty", type = ItemIO.OUTPUT)
	private ImagePlus uncertainty;

	@Parameter(label = "Denoised", type = ItemIO.OUTPUT)
	private ImagePlus denoised;

	/** With the bundled model. */
	public DenoiseCommand() {
		super(TaskKind.DENOISE);
	}

	@Override
	Optional<LivePreview.Maker> preview(final Typed typed) {
		return Optional.of(status -> new DenoisePreview(this, image(), typed, status));
	}

	@Override
	boolean mayChoose() {
		return true;
	}

	@Override
	protected void process(final Job job) throws FoveaException {
		final ImagePlus result = denoise(job, image());
		// before the result, which is to be the current image
		if (job.task().gives(Output.UNCERTAINTY)) uncertainty = shown(spread(job), job);
		denoised = shown(result, job);
		final Denoise task = (Denoise) job.task();
		if (!task.isScored()) return;
		RunScore.of(
						job.model().spec().name(),
						job.model(),
						job.image(),
						job.region().box(),
						task.prediction(),
						job.listener())
				.ifPresent(this::tell);
	}

	@Override
	void choose(final Chance chance) throws FoveaException {
		final Denoise task = (Denoise) chance.task();
		task.requireModel();
		try (Contenders contenders = contenders(task)) {
			final Choice choice =
					contenders.choose(chance.image(), chance.region().box(), task.prediction(), chance.listener());
			denoised = shown(
					denoise(choice, chance, image()),
					Provenance.of(
							choice, MacroCall.of(task).text(), loader().device().label()));
			tell(choice.verdict());
		}
	}

	private void tell(final Verdict verdict) {
		final String name = name() + ": " + image().getTitle() + ": ";
		verdict.told().forEach(line -> Host.log(name + line.strip()));
	}

	/**
	 * @param choice what does it
	 * @param chance image and task
	 * @param source the image, as ImageJ has it
	 * @return what the choice makes of it, called after the image
	 * @throws FoveaException if it failed, or was cancelled
	 */
	static ImagePlus denoise(final Choice choice, final Chance chance, final ImagePlus source) throws FoveaException {
		final Denoise task = (Denoise) chance.task();
		if (choice.model().isPresent())
			return denoise(
					new Job(chance.image(), chance.region(), choice.model().get(), task, chance.listener()), source);
		return result(
				choice.filtered(
						chance.image(),
						task.prediction().channels(),
						chance.region().box(),
						chance.listener()),
				task,
				chance.region(),
				source);
	}

	private static ImagePlus denoise(final Job job, final ImagePlus source) throws FoveaException {
		final boolean same = ((Denoise) job.task()).isOfSameType();
		final Prediction prediction = new Predictor(job.model(), job.task().prediction())
				.predict(
						job.image(),
						ImagePlusImages.use(source, same).in(job.region().box()),
						job.listener());
		prediction.warnings().forEach(job.listener()::warn);
		return result(prediction.image(), (Denoise) job.task(), job.region(), source);
	}

	private ImagePlus spread(final Job job) throws FoveaException {
		final Image spread = OrientationSpread.of(
				job.model(), job.task().prediction(), job.image(), job.region().box(), job.listener());
		return Selections.place(
				ImagePlusImages.toMap(spread, image(), ImagePlusImages.title(image()) + "-uncertainty"),
				job.region(),
				image());
	}

	private static ImagePlus result(final Image pixels, final Denoise task, final Region region, final ImagePlus source)
			throws FoveaException {
		return Selections.place(
				ImagePlusImages.toImagePlus(
						pixels, source, ImagePlusImages.title(source) + "-denoised", task.isOfSameType()),
				region,
				source);
	}
}
