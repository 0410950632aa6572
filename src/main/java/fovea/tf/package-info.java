/**
 * TensorFlow in this JVM: the only package that sees {@code org.tensorflow}.
 * <p>
 * Implements the interfaces of {@link fovea.infer}. Everything that would make TensorFlow abort the
 * process is refused here before it gets there. Must not know images, ImageJ, SciJava or who calls it.
 */
package fovea.tf;
