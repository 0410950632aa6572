/**
 * Training: what is learnt from (samples, noise, augmentation), how (configuration, loss), and the loop that a
 * person can trust (validation, best weights, checkpoints, cancel).
 * <p>
 * Knows architectures, images and tensors of floats; must not know TensorFlow (which implements
 * {@link fovea.train.TrainableNetwork}), ImageJ, or who listens.
 */
package fovea.train;
