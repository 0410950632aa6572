package fovea.model;

/**
 * A class of a segmentation.
 *
 * @param name for people, for example "nucleus"
 * @param rgb colour as 0xRRGGBB
 */
public record ClassSpec(String name, int rgb) {}
