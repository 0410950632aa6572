/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.ij1;

import fovea.base.ImageException;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.infer.ResultUse;
import fovea.memory.Remedy;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;

/** Between ImageJ's images and the core's. Stateless. */
public final class ImagePlusImages {

	private ImagePlusImages() {}

	/**
	 * Sees an ImageJ image as a 5-D one. 8-, 16- and 32-bit pixels are not copied, so changes show on both sides; color
	 * pixels are; planes of a virtual stack are read when they are needed, and an IllegalStateException is thrown then
	 * if the stack has none to give. Pixels are raw values: a density calibration is left aside, but for that of signed
	 * 16-bit images, which are copied with their signs; an 8-bit color image counts as its indices. The planes of a
	 * color stack that has channels too count as slices.
	 *
	 * @param imp any type
	 * @return its pixels, X Y C Z T
	 * @throws ImageException if there is no image, it is empty, or color pixels do not fit into memory
	 */
	public static Image wrap(final ImagePlus imp) throws ImageException {
		if (imp == null || imp.getWidth() == 0 || imp.getHeight() == 0 || imp.getStackSize() == 0)
			throw new ImageException("No image is open: expected an image to work on");
		final ImageStack stack = imp.getStack();
		final boolean rgb = imp.getType() == ImagePlus.COLOR_RGB;
		final int c = imp.getNChannels();
		final int z = imp.getNSlices();
		final long[] size = {imp.getWidth(), imp.getHeight(), rgb ? 3 : c, rgb ? c * z : z, imp.getNFrames()};
		final ij.measure.Calibration cal = imp.getCalibration();
		final boolean signed = Signed.is(imp);
		final Calibration calibration = new Calibration(cal.pixelWidth, cal.pixelHeight, cal.pixelDepth, cal.getUnit());
		try {
			return new Image(
					imp.getTitle(),
					stack.isVirtual()
							? VirtualPlanes.wrap(stack, imp.getBitDepth(), signed, size)
							: signed
									? PixelFormat.INT16.wrap(signedPlanes(stack), size)
									: planes(stack, imp.getBitDepth(), size),
					calibration,
					rgb,
					rgb ? List.of() : ChannelNames.of(imp));
		} catch (final OutOfMemoryError e) {
			throw new ImageException(Remedy.ranOut("the colors of '" + imp.getTitle() + "'"), e);
		}
	}

	/**
	 * @param imp any image
	 * @return a copy of it with its selection, without its overlay, that stays as it is, whatever becomes of the image;
	 *     not shown
	 * @throws ImageException if it does not fit into memory
	 */
	public static ImagePlus copy(final ImagePlus imp) throws ImageException {
		final ImagePlus pixels = imp.createImagePlus();
		pixels.setStack(imp.getTitle(), imp.getStack().duplicate());
		pixels.setDimensions(imp.getNChannels(), imp.getNSlices(), imp.getNFrames());
		final ImagePlus copy = toImagePlus(wrap(pixels), imp, imp.getTitle(), true);
		if (imp.getRoi() != null) copy.setRoi((Roi) imp.getRoi().clone());
		return copy;
	}

	/**
	 * @param imp any image
	 * @return its title without a file's extension, for titles of results; spaces are kept, unlike in ImageJ's short
	 *     title
	 */
	public static String title(final ImagePlus imp) {
		return imp.getTitle().replaceFirst("(?<=.)\\.[A-Za-z]\\w{1,4}$", "");
	}

	/**
	 * @param imp of several channels
	 * @return 1-based number of the channel in front: the one that is shown, or active where they are shown together
	 */
	public static int frontChannel(final ImagePlus imp) {
		// not getC(), which without a window does not follow every way to a slice
		return imp.convertIndexToPosition(imp.getCurrentSlice())[0];
	}

	private static PlanarImg<? extends RealType<?>, ?> planes(
			final ImageStack stack, final int bitDepth, final long[] size) {
		return switch (bitDepth) {
			case 16 -> PixelFormat.UINT16.wrap(planes(stack), size);
			case 32 -> PixelFormat.FLOAT32.wrap(planes(stack), size);
			case 24 -> PixelFormat.UINT8.wrap(colorPlanes(stack), size);
			default -> PixelFormat.UINT8.wrap(planes(stack), size);
		};
	}

	private static List<Object> planes(final ImageStack stack) {
		final List<Object> planes = new ArrayList<>();
		for (int n = 1; n <= stack.getSize(); n++) planes.add(stack.getPixels(n));
		return planes;
	}

	private static List<Object> signedPlanes(final ImageStack stack) {
		final List<Object> planes = new ArrayList<>();
		for (int n = 1; n <= stack.getSize(); n++) planes.add(Signed.values((short[]) stack.getPixels(n)));
		return planes;
	}

	private static List<Object> colorPlanes(final ImageStack stack) {
		final List<Object> planes = new ArrayList<>();
		for (int n = 1; n <= stack.getSize(); n++)
			planes.addAll(List.of((Object[]) Rgb.split((int[]) stack.getPixels(n))));
		return planes;
	}

	/**
	 * @param source an image
	 * @param sameType as for {@link #toImagePlus}
	 * @return what becomes of a network's output that {@link #toImagePlus} will make an ImageJ image of: so its planes
	 *     need not be copied
	 */
	public static ResultUse use(final ImagePlus source, final boolean sameType) {
		if (!sameType) return ResultUse.FLOAT;
		return switch (source.getType()) {
			case ImagePlus.GRAY16 ->
				Signed.is(source)
						? new ResultUse(PixelFormat.INT16, size -> Short.BYTES * size.area() * size.planes())
						: new ResultUse(PixelFormat.UINT16, size -> 0);
			case ImagePlus.GRAY32 -> ResultUse.FLOAT;
			case ImagePlus.COLOR_RGB ->
				new ResultUse(PixelFormat.UINT8, size -> Integer.BYTES * size.area() * size.stack());
			default -> new ResultUse(PixelFormat.UINT8, size -> 0);
		};
	}

	/**
	 * The same where the values are needed as they are, too.
	 *
	 * @param source an image
	 * @param sameType as for {@link #toImagePlus}
	 * @return output that {@link #toImagePlus} will make a second copy of, if it is of another type
	 */
	public static ResultUse useOfFloats(final ImagePlus source, final boolean sameType) {
		final ResultUse typed = use(source, sameType);
		if (typed.format() == PixelFormat.FLOAT32) return typed;
		return new ResultUse(
				PixelFormat.FLOAT32,
				size -> source.getType() == ImagePlus.COLOR_RGB
						? typed.later().applyAsLong(size)
						: typed.format().bytes() * size.area() * size.planes());
	}

	/**
	 * Makes an ImageJ image of a result. Planes may be shared with the result, not copied.
	 *
	 * @param result X Y C Z T, with the size of its pixels in the source's unit
	 * @param source the image it was made from: its calibration (apart from the size of pixels), properties and, where
	 *     planes correspond, labels, lookup tables and display are taken over, its overlay is not
	 * @param title of the new image
	 * @param sameType true: rounded and clipped to the source's type (a color image of other than three channels: 8
	 *     bit), NaN becomes 0; false: 32 bit
	 * @return a new image, not shown
	 * @throws ImageException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus toImagePlus(
			final Image result, final ImagePlus source, final String title, final boolean sameType)
			throws ImageException {
		final PixelType type = sameType ? PixelType.of(source, result) : PixelType.FLOAT;
		final ImagePlus imp = ResultImage.create(result, title, type);
		SourceProperties.transfer(source, imp, type);
		return Display.transfer(source, imp);
	}

	/**
	 * Makes an ImageJ image of values that are of another kind than the source's, such as squared errors.
	 *
	 * @param result X Y C Z T, with the size of its pixels in the source's unit
	 * @param source as for {@link #toImagePlus}, apart from its display
	 * @param title of the new image
	 * @return a new 32-bit image, not shown, each channel displayed gray and in its own range
	 * @throws ImageException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus toMap(final Image result, final ImagePlus source, final String title)
			throws ImageException {
		final ImagePlus imp = ResultImage.create(result, title, PixelType.FLOAT);
		SourceProperties.transfer(source, imp, PixelType.FLOAT);
		Display.fitRanges(imp);
		return imp;
	}
}
