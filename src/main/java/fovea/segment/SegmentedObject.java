package fovea.segment;

/**
 * One connected component of one class in one plane.
 *
 * @param label its value in the label image, counting from 1 over the whole image
 * @param classIndex its class, 0 is background and never occurs here
 * @param channel 0-based channel the model was run on; where it took all channels at once: 0
 * @param slice 0-based z
 * @param frame 0-based t
 * @param x left edge of its bounding box, pixels
 * @param y upper edge of its bounding box, pixels
 * @param width of its bounding box, pixels
 * @param height of its bounding box, pixels
 * @param pixels its area in pixels, holes left out
 * @param centroidX mean x of its pixels' centres (the first pixel's centre is 0.5), pixels
 * @param centroidY the same for y
 * @param meanProbability mean over its pixels of the probability of its class; 1 where the model gives a class map
 */
public record SegmentedObject(int label, int classIndex, int channel, int slice, int frame, int x, int y, int width,
	int height, long pixels, double centroidX, double centroidY, double meanProbability)
{}
