package fovea.train;

import java.util.Map;

/**
 * What a method without a network reaches on the same validation samples.
 *
 * @param method for people, for example "median filter"
 * @param setting the best one for these samples, for example "5 x 5"
 * @param scores by name: psnr (dB), ssim; iou, dice
 */
public record Baseline(String method, String setting, Map<String, Double> scores) {

	/** Copies the map. */
	public Baseline {
		scores = Map.copyOf(scores);
	}
}
