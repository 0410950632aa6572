/**
 * The SciJava commands behind Plugins &gt; Fovea. Each says which parameters there are, which is at the same
 * time the macro language: a parameter's field name, one lower-case word, is its key in {@code run("...",
 * "key=value")}. {@link fovea.command.FoveaCommand} holds everything about the hosts; what is done to the
 * image is done elsewhere. The only package that sees {@code org.scijava.command}; of ImageJ 1 it sees
 * {@link ij.ImagePlus} only. Nothing else may depend on it.
 */
package fovea.command;
