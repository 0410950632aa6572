package fovea.infer;

import java.util.List;

import fovea.image.Image;

/**
 * A network's output over a whole image.
 *
 * @param image 32-bit float, 5-D X Y C Z T. Where the model took the image's channels one by one, C
 *            holds the output channels for the first, then those for the second, and so on
 * @param channelsPerRun output channels of the model; C is a multiple of it
 * @param warnings lines that the user should see
 */
public record Prediction(Image image, int channelsPerRun, List<String> warnings) {

	/** Copies the list. */
	public Prediction {
		warnings = List.copyOf(warnings);
	}
}
