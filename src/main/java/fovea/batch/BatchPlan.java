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
package fovea.batch;

import fovea.ij1.files.Destination;
import fovea.task.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which images' results go where: folders within a folder are mirrored, and no result overwrites another's or an image.
 *
 * @param out folder for results
 * @param images in order
 * @param unread files that are no images of the plan, since their names cannot be read
 */
public record BatchPlan(Path out, List<PlannedImage> images, List<UnreadName> unread) {

	/** Copies the lists. */
	public BatchPlan {
		images = List.copyOf(images);
		unread = List.copyOf(unread);
	}

	/**
	 * @param names of files that cannot be opened
	 * @return the same, with lines in the journal for them
	 */
	public BatchPlan with(final List<UnreadName> names) {
		return new BatchPlan(out, images, names);
	}

	/** @return the table of what was done */
	public Path journal() {
		return out.resolve(Journal.NAME);
	}

	/**
	 * Results are named after the image without its extension; where two images of a folder differ in that only, such
	 * as a.tif and a.png, with it.
	 *
	 * @param images to be done
	 * @param out folder for results
	 * @param outputs what is written for each image
	 * @return a plan without clashes
	 * @throws PlanException if two images would still have the same result, or an image would be overwritten
	 */
	public static BatchPlan of(final List<SourceImage> images, final Path out, final List<Output> outputs)
			throws PlanException {
		final Map<String, Integer> stems = new HashMap<>();
		final Set<Path> read = new HashSet<>();
		for (final SourceImage image : images) {
			stems.merge(folded(destination(image, out)), 1, Integer::sum);
			read.add(FolderScan.real(image.file()));
		}
		final List<PlannedImage> planned = new ArrayList<>();
		final Map<String, SourceImage> writers = new HashMap<>();
		for (final SourceImage image : images) {
			final Destination short1 = destination(image, out);
			final Destination destination =
					stems.get(folded(short1)) == 1 ? short1 : new Destination(short1.folder(), image.longStem());
			planned.add(new PlannedImage(image, destination));
			for (final Output output : outputs) check(image, destination.file(output), writers, read);
		}
		return new BatchPlan(out, planned, List.of());
	}

	private static Destination destination(final SourceImage image, final Path out) {
		return new Destination(out.resolve(image.place()), image.image().stem());
	}

	/** Some file systems do not tell Cell.tif from cell.tif. */
	private static String folded(final Destination destination) {
		return destination.folder().resolve(destination.stem()).toString().toLowerCase(Locale.ROOT);
	}

	private static void check(
			final SourceImage image, final Path file, final Map<String, SourceImage> writers, final Set<Path> read)
			throws PlanException {
		final SourceImage other = writers.put(file.toString().toLowerCase(Locale.ROOT), image);
		if (other != null)
			throw new PlanException(file + " would hold the result of both " + other.file() + " and " + image.file()
					+ ": run them one by one, with another folder for results");
		if (Files.exists(file) && read.contains(FolderScan.real(file)))
			throw new PlanException("The result of " + image.file() + " would overwrite " + file
					+ ", which is to be read too: choose another folder for results");
	}
}
