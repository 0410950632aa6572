/**
 * Between ImageJ 1 and the core: images to and from {@link ij.ImagePlus}, segmentations to overlays,
 * label images and tables, files. The only package that sees {@code ij.*}. It must not know of
 * TensorFlow, of commands or of the command line, and nothing in the core knows of it.
 */
package fovea.ij1;
