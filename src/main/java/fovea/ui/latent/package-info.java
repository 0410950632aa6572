/**
 * The window in which a latent space is walked through: points, what is decoded at them, and items beside their reconstructions.
 * <p>
 * What is shown is an {@link fovea.ui.latent.ExplorerState}, immutable, changed in Swing's thread only; whatever runs a network or
 * reads an image does so in a thread of its own, of which the latest wish counts. ImageJ is behind an
 * {@link fovea.ui.latent.ExplorerHost}. Numbers are those of {@code fovea.latent}.
 */
package fovea.ui.latent;
