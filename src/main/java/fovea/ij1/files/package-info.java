/**
 * From an image file to result files: what the command line does to one image, without showing
 * ImageJ's types. It knows the core and {@code fovea.ij1}; it must not know where models come from,
 * how a user asks for a run, or any window.
 */
package fovea.ij1.files;
