/**
 * Fovea: convolutional networks for microscopy images in Fiji and ImageJ.
 * <p>
 * This package itself holds only {@link fovea.FoveaException}, the root of every error a
 * user can cause or meet. It knows nothing of any other package.
 */
package fovea;
