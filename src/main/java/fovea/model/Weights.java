package fovea.model;

/**
 * Where a model's TensorFlow SavedModel lies.
 *
 * @param source path within the model: a folder that holds saved_model.pb, or a zip of one
 * @param sha256 of the zip in lower-case hex, empty where none is given
 * @param tensorflowVersion the version it was made with, or empty
 */
public record Weights(String source, String sha256, String tensorflowVersion) {}
