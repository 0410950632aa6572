/**
 * The command line: {@code fovea denoise | reconstruct | segment | model}. Every command reads its
 * arguments, hands the work on and says what came of it; it must not know {@code ij} nor
 * {@code org.tensorflow}. This is the only package that writes to the standard streams, and there
 * only through the writers of the {@link picocli.CommandLine}, so that tests can read along.
 * <p>
 * Exit codes: 0 all went well, 1 the model or one or more images failed, 2 the command line could
 * not be understood.
 */
package fovea.cli;
