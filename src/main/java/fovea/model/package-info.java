/**
 * What a model is: its description ({@link fovea.model.ModelSpec} and what it is made of), its files
 * ({@link fovea.model.ModelArchive}), and where models are found ({@link fovea.model.ModelLibrary}).
 * A SavedModel without a description gets one from its signature ({@link fovea.model.BareModel}).
 * <p>
 * Models come from strangers: zips, YAML and arrays are read here with that in mind, and whatever
 * is wrong with them is a {@link fovea.model.ModelException}.
 * <p>
 * This package knows files and descriptions only. It must not know TensorFlow, ImageJ, images, or
 * how a network is run.
 */
package fovea.model;
