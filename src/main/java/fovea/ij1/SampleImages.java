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
import fovea.io.AtomicFile;
import ij.ImagePlus;
import ij.io.Opener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The sample images inside. Stateless. */
public final class SampleImages {

	private static final String FOLDER = "/fovea/samples/";

	private SampleImages() {}

	/**
	 * @param name of the file, a TIFF or PNG, for example blobs.tif
	 * @return a new image of that title with what its file says, not shown; it belongs to no folder
	 * @throws ImageException if there is no such sample, or it cannot be read
	 */
	public static ImagePlus open(final String name) throws ImageException {
		try (InputStream in = SampleImages.class.getResourceAsStream(FOLDER + name)) {
			if (in == null) throw new ImageException("there is no sample image '" + name + "' inside");
			final ImagePlus image =
					name.toLowerCase(Locale.ROOT).endsWith(".png") ? png(in, name) : new Opener().openTiff(in, name);
			if (image == null) throw new ImageException("the sample image '" + name + "' cannot be read");
			return image;
		} catch (final IOException e) {
			throw new ImageException("the sample image '" + name + "' cannot be read: " + AtomicFile.reason(e), e);
		}
	}

	private static ImagePlus png(final InputStream in, final String name) throws IOException {
		final BufferedImage pixels = ImageIO.read(in);
		return pixels == null ? null : new ImagePlus(name, pixels);
	}
}
