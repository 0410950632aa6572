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
package fovea.ij1.tiff;

import fovea.base.ImageException;
import fovea.io.InputFiles;
import ij.ImagePlus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads TIFF files. Stateless. */
public final class TiffReader {

	private TiffReader() {}

	/** ImageJ's own reader. */
	@FunctionalInterface
	public interface ImageJReader {

		/** @throws ImageException if it cannot read the file */
		ImagePlus read() throws ImageException;
	}

	/**
	 * What was read.
	 *
	 * @param image not shown
	 * @param warnings what is not as the file has it, for the user
	 */
	public record Content(ImagePlus image, List<String> warnings) {

		/** A copy of the list. */
		public Content {
			warnings = List.copyOf(warnings);
		}
	}

	/**
	 * @param file any
	 * @return whether it begins as a TIFF or BigTIFF does
	 * @throws IOException if it cannot be read
	 */
	public static boolean isTiff(final Path file) throws IOException {
		final byte[] start;
		try (InputStream in = InputFiles.stream(file)) {
			start = in.readNBytes(4);
		}
		if (start.length < 4 || start[0] != start[1]) return false;
		return start[0] == 'I' && start[3] == 0 && (start[2] == 42 || start[2] == 43)
				|| start[0] == 'M' && start[2] == 0 && (start[3] == 42 || start[3] == 43);
	}

	/**
	 * @param file a TIFF
	 * @param imageJ reads it where that is sure to be right
	 * @return the image, with its dimensions, calibration and display as far as the file has them
	 * @throws IOException if the file cannot be read
	 * @throws TiffException if it is damaged, or of a kind that is not read here; the message is the reason alone
	 * @throws ImageException from ImageJ's reader
	 */
	public static Content read(final Path file, final ImageJReader imageJ) throws IOException, ImageException {
		try (TiffInput in = new TiffInput(file)) {
			final List<TiffDirectory> directories = TiffDirectories.of(in);
			final PageChoice choice = PageChoice.of(directories);
			if (ImageJOwn.isSure(in, directories, choice, file.getFileName().toString())) {
				if (directories.get(0).has(Tag.IMAGEJ_METADATA)) ImageJOwn.metadata(file);
				return new Content(imageJ.read(), List.of());
			}
			final List<String> warnings = new ArrayList<>();
			final ImagePlus image = new TiffImage(file, in, directories, choice, warnings).read();
			return new Content(image, warnings);
		}
	}
}
