/**
 * What a network is, as data: layers with Keras' names and meaning ({@link fovea.net.Layer}), wired to a
 * graph ({@link fovea.net.Architecture}), with what follows from that alone: shapes, receptive field,
 * weights and their initial values, parameter counts, a summary. Architectures are named
 * ({@link fovea.net.Architectures}) or read from a text file ({@link fovea.net.ArchitectureFile}).
 * <p>
 * All types are immutable and may be shared between threads, unless they say otherwise.
 * <p>
 * This package must not know TensorFlow, images, ImageJ, how a network is run, or how it is trained.
 */
package fovea.net;
