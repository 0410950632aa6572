package fovea.command;

import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.PredictionOptions;
import fovea.infer.ProgressListener;

/**
 * What a command works on.
 *
 * @param image the input's pixels
 * @param model open for as long as the command runs
 * @param options how to run it
 * @param listener hears of progress and warnings
 */
record Job(Image image, LoadedModel model, PredictionOptions options, ProgressListener listener) {}
