/**
 * Cutting an image into tiles and putting the results together: geometry only.
 * <p>
 * Knows ImgLib2 where results are written; must not know models, networks or where pixels come from.
 */
package fovea.tile;
