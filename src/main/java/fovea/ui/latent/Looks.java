package fovea.ui.latent;

import java.awt.image.BufferedImage;
import java.util.List;

import fovea.FoveaException;
import fovea.chart.RasterPicture;
import fovea.latent.Encoding;
import fovea.latent.LatentSpace;
import fovea.train.Raster;
import fovea.ui.latent.ItemPictures.Captioned;

/**
 * Draws items and what is decoded. Runs networks and reads images, so that it takes its time; used by one thread at a time.
 */
final class Looks {

	/** Larger images are reduced. */
	private static final int LARGEST = 512;

	/** So many encodings are decoded for the range in which all points are drawn. */
	private static final int EXAMPLES = 12;

	private final LatentSpace space;
	private float[] range = {};

	Looks(final LatentSpace space) {
		this.space = space;
	}

	/**
	 * @param z a point
	 * @return what is decoded there: black and white are the same gray values for all points, so that nothing flickers
	 */
	List<Captioned> decoded(final float[] z) throws FoveaException {
		final Raster image = space.decode(z);
		if (range.length == 0) range = range(image);
		return List.of(new Captioned(image.width() + " x " + image.height() + " pixels", picture(image, range)));
	}

	/** @return of what encodings of all kinds are decoded to, and of one image */
	private float[] range(final Raster first) throws FoveaException {
		final float[] all = RasterPicture.range(first);
		final List<Encoding> encodings = space.encodings().all();
		for (int i = 0; i < Math.min(EXAMPLES, encodings.size()); i++) {
			final float[] own = RasterPicture.range(space.decode(encodings.get((int) ((long) i * encodings.size() / EXAMPLES % encodings
				.size())).z()));
			all[0] = Math.min(all[0], own[0]);
			all[1] = Math.max(all[1], own[1]);
		}
		return all;
	}

	/** @return the item beside what is given back for it, both in the gray values of the first */
	List<Captioned> pair(final int index) throws FoveaException {
		final Raster original = space.original(index);
		final float[] gray = RasterPicture.range(original);
		final Captioned first = new Captioned("original", picture(original, gray));
		if (Double.isNaN(space.encodings().all().get(index).error())) return List.of(first);
		return List.of(first, new Captioned("reconstruction", picture(space.reconstruction(index), gray)));
	}

	BufferedImage thumbnail(final int index) throws FoveaException {
		final Raster original = space.original(index);
		return picture(original, RasterPicture.range(original));
	}

	private static BufferedImage picture(final Raster raster, final float[] gray) {
		return RasterPicture.draw(raster, gray[0], gray[1], 1, LARGEST);
	}
}
