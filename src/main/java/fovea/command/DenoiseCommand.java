package fovea.command;

import fovea.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.infer.Prediction;
import fovea.infer.Predictor;
import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; CAE Denoise...: what a denoising model makes of the image. */
@Plugin(type = Command.class, menuPath = "Plugins>Fovea>CAE Denoise...", initializer = FoveaCommand.INITIALIZER,
	headless = true, description = "Denoises the active image with a convolutional network")
public final class DenoiseCommand extends FoveaCommand {

	private static final String SAME = "same as input";

	@Parameter(label = "Bit depth of the result", choices = { SAME, "32-bit" }, persist = false,
		description = "Same as input: rounded and clipped to the type of the image")
	private String bitdepth = SAME;

	@Parameter(label = "Denoised", type = ItemIO.OUTPUT)
	private ImagePlus denoised;

	/** With the bundled model. */
	public DenoiseCommand() {
		super("smooth-denoise");
	}

	@Override
	protected void process(final Job job) throws FoveaException {
		final Prediction prediction = new Predictor(job.model(), job.options()).predict(job.image(), job.listener());
		prediction.warnings().forEach(job.listener()::warn);
		denoised = shown(ImagePlusImages.toImagePlus(prediction.image(), image(), image().getShortTitle() + "-denoised", //
			SAME.equals(bitdepth)));
	}
}
