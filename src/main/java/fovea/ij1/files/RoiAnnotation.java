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
package fovea.ij1.files;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.data.MaskReading;
import fovea.data.Rest;
import fovea.image.Image;
import fovea.text.Counted;
import fovea.train.TrainingListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * ROIs drawn in ImageJ as masks to learn from. They are in the overlays that TIFF files were saved with, or in files of
 * the ROI Manager. A ROI that is at a slice, frame or position of a stack is on that plane only, one that is not is on
 * all; one at a channel is on the mask, which has one channel, all the same. All ROIs are in memory, masks are painted
 * when they are asked for. Not thread-safe.
 */
public final class RoiAnnotation {

	private final String name;
	private final List<AnnotatedImage> images;
	private final List<int[]> classes;
	private final MaskReading.ClassIndex reading;
	private final Optional<String> only;
	private final boolean named;
	private final boolean isRestGiven;
	private final Optional<Rest> rest;
	private final TrainingListener listener;

	private RoiAnnotation(
			final String name,
			final List<AnnotatedImage> images,
			final RoiOptions options,
			final TrainingListener listener)
			throws TrainingException, ImageException {
		this.name = name;
		this.images = images;
		this.listener = listener;
		isRestGiven = options.unlabeled() != RoiOptions.Unlabeled.AUTO;
		final RoiClasses known = new RoiClasses(images, options);
		classes = new ArrayList<>();
		for (final AnnotatedImage image : images) {
			final int[] indices = new int[image.rois().size()];
			for (int i = 0; i < indices.length; i++)
				indices[i] = known.indexOf(image.rois().get(i), image);
			classes.add(indices);
		}
		only = known.only();
		named = known.areNamed();
		known.doubt(images).ifPresent(listener::warn);
		rest = rest(options.unlabeled());
		reading = new MaskReading.ClassIndex(known.specs(images), OptionalInt.of(MaskReading.IGNORED));
	}

	/**
	 * Reads all ROIs. Classes are told by the ROIs' names, where the options name classes: a ROI is of a class if its
	 * name is the class's, or begins with it and goes on with '-', '_', a space or a digit; of several such classes
	 * that with the longest name counts. Else they are told by the ROIs' groups, group n being class n, else by the
	 * names that were drawn, without the numbers of objects. Where there is one class only, all ROIs are of it. In any
	 * case a ROI that is called "background" in this sense is background, and pixels under one called "ignore" do not
	 * count.
	 *
	 * @param annotation a folder of TIFF files with overlays or one such file; or a folder of .zip and .roi files, one
	 *     for each image, of the same name; or one such file, for one image. The images' own folder may hold the ROI
	 *     files; overlays are not looked at then
	 * @param images the images that are to be segmented, of any type
	 * @param options which classes there are, and what pixels without a ROI are
	 * @param listener is warned of images without ROIs and, when masks are read, of ROIs without pixels
	 * @return masks and what they mean
	 * @throws TrainingException if a ROI is of no class, is no area, or is at a place that its image does not have; if
	 *     there are no ROIs at all, or none on an image or of background where pixels without a ROI do not count; if
	 *     files and images do not match; if a folder has both ROI files and other images
	 * @throws ImageException if a file cannot be read
	 */
	public static RoiAnnotation of(
			final Path annotation, final Path images, final RoiOptions options, final TrainingListener listener)
			throws FoveaException {
		final RoiFiles files = RoiFiles.of(annotation);
		if (files.files().isEmpty())
			return of(annotation.toString(), fromOverlays(FolderImages.of(annotation), listener), options, listener);
		final FolderImages sources = FolderImages.of(images);
		if (Files.isDirectory(annotation) && !isFolderOf(annotation, images)) {
			final List<String> others = FolderImages.of(annotation).names();
			if (!others.isEmpty())
				throw new TrainingException(annotation + ": expected ROI files or mask images, got both: "
						+ files.files().get(0).path().getFileName() + " and " + others.get(0));
		}
		return of(annotation.toString(), fromFiles(files, sources), options, listener);
	}

	/**
	 * @param path any
	 * @return whether it is a file of the ROI Manager, or a folder with such files in it
	 * @throws ImageException if the folder cannot be listed
	 */
	public static boolean isOfFiles(final Path path) throws ImageException {
		return !RoiFiles.of(path).files().isEmpty();
	}

	private static boolean isFolderOf(final Path folder, final Path images) throws ImageException {
		try {
			return Files.isSameFile(
					folder,
					ImagePaths.isFolder(images)
							? images
							: images.toAbsolutePath().getParent());
		} catch (final IOException exc) {
			throw new ImageException(images + ": cannot be read: " + exc, exc);
		}
	}

	private static List<AnnotatedImage> fromOverlays(final FolderImages sources, final TrainingListener listener)
			throws FoveaException {
		final List<AnnotatedImage> images = new ArrayList<>();
		for (int i = 0; i < sources.names().size(); i++) {
			final ImagePlus imp = sources.open(i);
			final Overlay overlay = imp.getOverlay();
			if (overlay == null && imp.getRoi() != null)
				listener.warn(sources.names().get(i)
						+ ": its selection does not count, only ROIs in its overlay do (Image > Overlay > "
						+ "Add Selection)");
			images.add(AnnotatedImage.of(
					sources.names().get(i), imp, overlay == null ? List.of() : Arrays.asList(overlay.toArray())));
		}
		return images;
	}

	private static List<AnnotatedImage> fromFiles(final RoiFiles files, final FolderImages sources)
			throws FoveaException {
		final List<AnnotatedImage> images = new ArrayList<>();
		final List<Optional<RoiFile>> partners = files.match(sources);
		for (int i = 0; i < partners.size(); i++) {
			final List<Roi> rois =
					partners.get(i).isPresent() ? partners.get(i).get().read() : List.of();
			images.add(AnnotatedImage.of(sources.names().get(i), sources.open(i), rois));
		}
		return images;
	}

	/**
	 * ROIs that were read already, see {@link #of(Path, Path, RoiOptions, TrainingListener)}.
	 *
	 * @param name for messages
	 * @param images with their ROIs, at least one
	 * @param options which classes there are, and what pixels without a ROI are
	 * @param listener is warned of images without ROIs and, when masks are read, of ROIs without pixels
	 * @return masks and what they mean
	 * @throws TrainingException if a ROI is of no class; if there are no ROIs at all, or none on an image or of
	 *     background where pixels without a ROI do not count
	 */
	public static RoiAnnotation of(
			final String name,
			final List<AnnotatedImage> images,
			final RoiOptions options,
			final TrainingListener listener)
			throws TrainingException, ImageException {
		final boolean counts = options.unlabeled() != RoiOptions.Unlabeled.IGNORED;
		final List<String> bare = images.stream()
				.filter(image -> image.rois().isEmpty())
				.map(AnnotatedImage::name)
				.toList();
		if (bare.size() == images.size())
			throw new TrainingException(name + ": expected ROIs, found none on " + Counted.of(images.size(), "image"));
		if (!bare.isEmpty() && !counts)
			throw new TrainingException(
					name + ": expected ROIs on " + bare.get(0) + ", found none, and pixels without a ROI do not count");
		final RoiAnnotation annotation = new RoiAnnotation(name, images, options, listener);
		if (annotation.rest.filter(rest -> rest == Rest.IGNORED).isPresent()
				&& annotation.classes.stream()
								.flatMapToInt(Arrays::stream)
								.filter(c -> c != MaskReading.IGNORED)
								.distinct()
								.count()
						< 2)
			throw new TrainingException(name + ": expected ROIs named '" + RoiOptions.BACKGROUND
					+ "' as well, found none, and pixels without a ROI do not count");
		if (!bare.isEmpty())
			listener.warn(name + ": no ROI on " + bare.size() + " of " + images.size() + " images, which "
					+ (annotation.rest.isEmpty()
							? "are background or do not count, like other pixels without a ROI"
							: annotation.rest.get() == Rest.BACKGROUND ? "are all background then" : "do not count")
					+ ": " + bare.get(0) + (bare.size() == 1 ? "" : ", ..."));
		return annotation;
	}

	/**
	 * What is drawn as background is meant as such, and so is a stroke, unlike an outline, no whole object.
	 *
	 * @return empty where only the images can tell
	 */
	private Optional<Rest> rest(final RoiOptions.Unlabeled said) throws ImageException, TrainingException {
		if (said == RoiOptions.Unlabeled.BACKGROUND) return Optional.of(Rest.BACKGROUND);
		final boolean background = hasBackground();
		boolean strokes = false;
		boolean outlines = false;
		for (int i = 0; i < images.size(); i++)
			for (int k = 0; k < classes.get(i).length; k++) {
				if (classes.get(i)[k] <= 0) continue;
				final boolean stroke = Strokes.isOne(images.get(i).rois().get(k));
				strokes |= stroke;
				outlines |= !stroke;
			}
		if (background || said == RoiOptions.Unlabeled.AUTO && strokes && !outlines) return Optional.of(Rest.IGNORED);
		if (said == RoiOptions.Unlabeled.AUTO && !strokes) return Optional.empty();
		return Optional.of(outlines ? Rest.RINGS : Rest.IGNORED);
	}

	/** What is called so but lies on objects is a hole in these. */
	private boolean hasBackground() throws ImageException {
		for (int i = 0; i < images.size(); i++) {
			final int[] indices = classes.get(i);
			if (Arrays.stream(indices).noneMatch(c -> c == 0)) continue;
			final RoiPainter painter = new RoiPainter(images.get(i), indices, false, Optional.empty());
			painter.paint();
			for (int k = 0; k < indices.length; k++) if (indices[k] == 0 && painter.isOnNothing(k)) return true;
		}
		return false;
	}

	/** @return what pixels without a ROI are; empty where only the images can tell, see {@link #openMasks} */
	public Optional<Rest> rest() {
		return rest;
	}

	/** @return whether that is so because the options say it */
	public boolean isRestGiven() {
		return isRestGiven;
	}

	/**
	 * @return for each image a mask of its size with one channel, all slices and frames; values are indices of classes,
	 *     0 is background, of overlapping ROIs the later counts; {@link MaskReading#IGNORED} where pixels do not count.
	 *     Where only the images can tell what has no ROI, it is background
	 */
	public ImageSource masks() {
		return source(false, Optional.of(rest.orElse(Rest.BACKGROUND)));
	}

	/**
	 * @param instances whether they tell objects apart
	 * @return as {@link #masks()} or {@link #instances()}, but {@link MaskReading#UNLABELED} where there is no ROI
	 */
	public ImageSource openMasks(final boolean instances) {
		return source(instances, Optional.empty());
	}

	/** @return whether somebody said what the classes are called: the options, groups or names of ROIs */
	public boolean isNamed() {
		return named;
	}

	/** @return whether an object is marked by a stroke, which says where it is, not where it ends */
	public boolean hasStrokes() {
		for (int i = 0; i < images.size(); i++)
			for (int k = 0; k < classes.get(i).length; k++)
				if (classes.get(i)[k] > 0 && Strokes.isOne(images.get(i).rois().get(k))) return true;
		return false;
	}

	/**
	 * @return whether there is one class of objects, all of outlines, of which some touch: then they mean objects. One
	 *     that is mostly within another does not touch it
	 * @throws ImageException if a ROI cannot be painted
	 */
	public boolean isTouching() throws ImageException {
		if (reading.classes().size() != 2 || hasStrokes()) return false;
		final Contacts contacts = new Contacts();
		for (int i = 0; i < images.size(); i++) {
			final RoiPainter painter = new RoiPainter(images.get(i), classes.get(i), true, Optional.empty());
			painter.paint();
			for (final float[] plane : painter.planes())
				contacts.add(plane, images.get(i).width(), painter::overlap);
		}
		return contacts.areMoreThanATrace();
	}

	/**
	 * @return what {@link #masks()} means: the classes, with the colors of their ROIs where these have one of their own
	 */
	public MaskReading.ClassIndex reading() {
		return reading;
	}

	/**
	 * Masks that tell objects apart, for {@link MaskReading.Instances}, which knows one kind of object only: every
	 * class beside background counts as that.
	 *
	 * @return as {@link #masks()}, but the value is the number of the ROI among the image's, from 1 on; where two of
	 *     one class overlap, the earlier keeps its pixels
	 */
	public ImageSource instances() {
		return source(true, Optional.of(rest.orElse(Rest.BACKGROUND)));
	}

	/**
	 * @param border whether pixels where objects touch are a class of their own
	 * @return what {@link #instances()} means; where there is one class of objects, it keeps its name
	 */
	public MaskReading.Instances instanceReading(final boolean border) {
		final MaskReading.Instances objects = new MaskReading.Instances(border, OptionalInt.of(MaskReading.IGNORED));
		return only.map(name -> objects.named(name, reading.classes().get(1).rgb()))
				.orElse(objects);
	}

	private ImageSource source(final boolean instances, final Optional<Rest> settled) {
		return new ImageSource() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public List<String> names() {
				return images.stream().map(AnnotatedImage::name).toList();
			}

			@Override
			public Image read(final int index) throws ImageException {
				return mask(index, instances, settled);
			}
		};
	}

	private Image mask(final int index, final boolean instances, final Optional<Rest> settled) throws ImageException {
		final AnnotatedImage image = images.get(index);
		final RoiPainter painter = new RoiPainter(image, classes.get(index), instances, settled);
		final Image mask = painter.paint();
		final List<Roi> unseen = painter.unseen();
		if (!unseen.isEmpty())
			listener.warn(Counted.andOthers(image.place(unseen.get(0)), unseen.size()) + (unseen.size() == 1 ? "" : ":")
					+ " no pixels: outside of the image, or under others of its class");
		return mask;
	}
}
