package example;

import fovea.Fovea;
import fovea.Segmentation;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Counts the nuclei of an image: CountNuclei nuclei.png */
public final class CountNuclei {

	public static void main(final String[] args) throws Exception {
		final Img<UnsignedByteType> image = gray(new File(args[0]));
		try (Fovea fovea = Fovea.start()) {
			final Segmentation nuclei = fovea.model("nuclei").segment(image);
			System.out.println(nuclei.objects().size() + " nuclei");
		}
	}

	/** Any way to an ImgLib2 image will do: SCIFIO, N5, BigDataViewer... */
	private static Img<UnsignedByteType> gray(final File file) throws Exception {
		final BufferedImage read = ImageIO.read(file);
		final int[] pixels = read.getRaster().getSamples(0, 0, read.getWidth(), read.getHeight(), 0, (int[]) null);
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(read.getWidth(), read.getHeight());
		int i = 0;
		for (final UnsignedByteType pixel : image) pixel.set(pixels[i++]);
		return image;
	}
}
