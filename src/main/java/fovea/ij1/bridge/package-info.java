/**
 * Runs Fovea's SciJava commands in plain ImageJ, which knows {@link ij.plugin.PlugIn}s only: the dialog is
 * built from a command's own parameters, and macros are read and recorded in the form that Fiji writes. It
 * must not know the commands' classes, nor {@code org.scijava.command}: it meets them as SciJava modules. In
 * Fiji it is not used, since the commands of the same labels win there.
 */
package fovea.ij1.bridge;
