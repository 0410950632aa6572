/**
 * From a network's output to classes, labels and measured objects. It must not know of TensorFlow, of
 * ImageJ or of commands; ROIs and tables are made of its results elsewhere.
 */
package fovea.segment;
