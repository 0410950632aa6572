package fovea.model;

/**
 * An array read from a .npy file. Not copied: whoever passes one on gives it away.
 *
 * @param shape lengths of the axes, the slowest first; empty for a single number
 * @param type element type in the file
 * @param data row-major (the last axis fastest), as long as the product of the shape; integers beyond
 *            2^24 and 64-bit floats are rounded to the nearest float
 */
public record NpyArray(int[] shape, DataType type, float[] data) {}
