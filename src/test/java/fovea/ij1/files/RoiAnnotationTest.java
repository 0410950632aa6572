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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.data.MaskReading;
import fovea.data.Rest;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.ij1.ImageFiles;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.train.TrainingListener;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.gui.Wand;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoiAnnotationTest {

	private static final RoiOptions NUCLEI = RoiOptions.DEFAULT.withClasses(List.of("nucleus", "nucleus wall", "gap"));

	@TempDir
	private Path folder;

	private Path images;
	private Path rois;
	private final List<String> warnings = new ArrayList<>();
	private final TrainingListener listener = new TrainingListener() {

		@Override
		public void warn(final String message) {
			warnings.add(message);
		}
	};

	@BeforeEach
	void folders() throws IOException {
		images = Files.createDirectory(folder.resolve("images"));
		rois = Files.createDirectory(folder.resolve("rois"));
	}

	private static Roi rectangle(final String name, final int x, final int y, final int width, final int height) {
		final Roi roi = new Roi(x, y, width, height);
		roi.setName(name);
		return roi;
	}

	private static Roi group(final int group, final Roi roi) {
		roi.setGroup(group);
		return roi;
	}

	private static ImagePlus image(final int width, final int height, final Roi... drawn) {
		return withOverlay(new ImagePlus("i", new ByteProcessor(width, height)), drawn);
	}

	private static ImagePlus withOverlay(final ImagePlus imp, final Roi... drawn) {
		if (drawn.length == 0) return imp;
		final Overlay overlay = new Overlay();
		for (final Roi roi : drawn) overlay.add(roi);
		imp.setOverlay(overlay);
		return imp;
	}

	private Path saved(final String name, final ImagePlus imp) throws ImageException {
		final Path file = images.resolve(name);
		ImageFiles.save(imp, file);
		return file;
	}

	/** As the ROI Manager's "Save" does. */
	private static void zip(final Path file, final Roi... list) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (int i = 0; i < list.length; i++) {
				out.putNextEntry(new ZipEntry(String.format("%04d-0001.roi", i)));
				out.write(RoiEncoder.saveAsByteArray(list[i]));
			}
		}
	}

	private RoiAnnotation overlays(final RoiOptions options) throws FoveaException {
		return RoiAnnotation.of(images, images, options, listener);
	}

	/** @param rows of 0 (shown as '.'), 1 to 9, and '!' for pixels that do not count */
	private static void assertPlane(final Image mask, final int z, final int t, final String... rows) {
		final List<String> got = new ArrayList<>();
		final RandomAccess<? extends RealType<?>> access = mask.pixels().randomAccess();
		for (int y = 0; y < mask.size(Image.Y); y++) {
			final StringBuilder row = new StringBuilder();
			for (int x = 0; x < mask.size(Image.X); x++) {
				access.setPosition(new int[] {x, y, 0, z, t});
				final float value = access.get().getRealFloat();
				row.append(
						value == 0
								? "."
								: value == MaskReading.IGNORED
										? "!"
										: value == MaskReading.UNLABELED ? "-" : String.valueOf((int) value));
			}
			got.add(row.toString());
		}
		assertEquals(List.of(rows), got);
	}

	private String refused(final RoiOptions options) {
		return message(TrainingException.class, images, options);
	}

	private String message(
			final Class<? extends FoveaException> type, final Path annotation, final RoiOptions options) {
		return assertThrows(type, () -> RoiAnnotation.of(annotation, images, options, listener))
				.getMessage()
				.replace(folder.toString(), "")
				.replace('\\', '/');
	}

	// Sources

	@Test
	void namesOfRoisInOverlaysAreClasses() throws FoveaException {
		saved("b.tif", image(4, 2, rectangle("gap_1", 0, 0, 1, 1)));
		saved(
				"a.tif",
				image(
						4,
						3,
						rectangle("nucleus", 0, 0, 1, 1),
						rectangle("nucleus-12", 1, 0, 1, 1),
						rectangle("nucleus 3", 2, 0, 1, 1),
						rectangle("nucleus4", 3, 0, 1, 1),
						rectangle("nucleus wall", 0, 1, 2, 1),
						rectangle("gap7b", 2, 1, 2, 2),
						rectangle("background-1", 3, 2, 1, 1),
						rectangle("ignore2", 2, 2, 1, 1)));
		final RoiAnnotation annotation = overlays(NUCLEI);
		assertEquals(List.of("a.tif", "b.tif"), annotation.masks().names());
		assertPlane(annotation.masks().read(0), 0, 0, "1111", "2233", "..!.");
		assertPlane(annotation.masks().read(1), 0, 0, "3...", "....");
		assertEquals(
				List.of("background", "nucleus", "nucleus wall", "gap"),
				annotation.reading().classes().stream().map(ClassSpec::name).toList());
		assertEquals(OptionalInt.of(-1), annotation.reading().ignored());
		assertEquals(List.of(), warnings);
	}

	@Test
	void oneFileIsEnough() throws FoveaException, IOException {
		final Path file = saved("a.tif", image(2, 1, rectangle(null, 1, 0, 1, 1)));
		final RoiAnnotation annotation = RoiAnnotation.of(file, file, RoiOptions.DEFAULT, listener);
		assertPlane(annotation.masks().read(0), 0, 0, ".1");
		assertEquals(
				List.of("background", "foreground"),
				annotation.reading().classes().stream().map(ClassSpec::name).toList());
		final Path set = folder.resolve("RoiSet.zip");
		zip(set, rectangle(null, 0, 0, 1, 1));
		assertPlane(
				RoiAnnotation.of(set, file, RoiOptions.DEFAULT, listener)
						.masks()
						.read(0),
				0,
				0,
				"1.");
		assertPlane(
				RoiAnnotation.of(set, images, RoiOptions.DEFAULT, listener)
						.masks()
						.read(0),
				0,
				0,
				"1.");
		saved("b.tif", image(2, 1));
		assertEquals(
				"/RoiSet.zip: expected a folder of ROI files, one for each of the 2 images in /images, got one file",
				message(TrainingException.class, set, RoiOptions.DEFAULT));
	}

	@Test
	void filesOfTheRoiManagerBelongToImagesOfTheirName() throws FoveaException, IOException {
		saved("a.tif", image(3, 1));
		saved("b.png", image(3, 1));
		saved("c.tif", image(3, 1, rectangle("an overlay that is not looked at", 0, 0, 3, 1)));
		zip(rois.resolve("b.png.zip"), rectangle("gap", 0, 0, 3, 1), rectangle("nucleus", 1, 0, 1, 1));
		Files.write(rois.resolve("a.roi"), RoiEncoder.saveAsByteArray(rectangle("gap", 2, 0, 1, 1)));
		Files.writeString(rois.resolve("._a.zip"), "as macOS does");
		Files.writeString(rois.resolve("notes.txt"), "none");
		final RoiAnnotation annotation = RoiAnnotation.of(rois, images, NUCLEI, listener);
		assertPlane(annotation.masks().read(0), 0, 0, "..3");
		assertPlane(annotation.masks().read(1), 0, 0, "313");
		assertPlane(annotation.masks().read(2), 0, 0, "...");
		assertEquals(List.of(rois + ": no ROI on 1 of 3 images, which are all background then: c.tif"), warnings);
		for (final Path file : List.of(rois.resolve("b.png.zip"), rois.resolve("a.roi")))
			Files.move(file, images.resolve(file.getFileName()));
		assertPlane(RoiAnnotation.of(images, images, NUCLEI, listener).masks().read(0), 0, 0, "..3");
	}

	@Test
	void whatDoesNotMatchIsTold() throws FoveaException, IOException {
		saved("a.tif", image(3, 1));
		zip(rois.resolve("b.zip"), rectangle("gap", 0, 0, 3, 1));
		assertEquals(
				"/rois/b.zip: expected one image of that name in /images, found none",
				message(TrainingException.class, rois, NUCLEI));
		saved("b.tif", image(3, 1));
		saved("b.png", image(3, 1));
		assertEquals(
				"/rois/b.zip: expected one image of that name in /images, found b.png and b.tif",
				message(TrainingException.class, rois, NUCLEI));
		Files.delete(images.resolve("b.png"));
		Files.write(rois.resolve("b.roi"), RoiEncoder.saveAsByteArray(rectangle("gap", 2, 0, 1, 1)));
		assertEquals(
				"b.tif: expected one file of ROIs, found b.roi and b.zip",
				message(TrainingException.class, rois, NUCLEI));
		ImageFiles.save(image(3, 1), rois.resolve("a.png"));
		assertEquals(
				"/rois: expected ROI files or mask images, got both: b.roi and a.png",
				message(TrainingException.class, rois, NUCLEI));
	}

	@Test
	void brokenFilesAreTold() throws FoveaException, IOException {
		saved("a.tif", image(3, 1));
		final Path file = rois.resolve("a.zip");
		Files.writeString(file, "no zip");
		assertEquals(
				"Cannot read ROIs from '/rois/a.zip': zip END header not found",
				message(ImageException.class, rois, NUCLEI));
		zip(file);
		assertEquals(
				"/rois/a.zip: expected files of ROIs (.roi) in it, found none",
				message(ImageException.class, rois, NUCLEI));
		Files.delete(file);
		final byte[] bytes =
				RoiEncoder.saveAsByteArray(new PolygonRoi(new int[] {0, 5, 9}, new int[] {0, 9, 3}, 3, Roi.POLYGON));
		for (final int length : new int[] {0, 1, 40, 70}) {
			Files.write(rois.resolve("a.roi"), Arrays.copyOf(bytes, length));
			assertEquals(
					"Cannot read ROIs from '/rois/a.roi'",
					message(ImageException.class, rois, NUCLEI).replaceAll(":.*", ""),
					"cut to " + length);
		}
		assertEquals("/none: no such file or folder", message(ImageException.class, folder.resolve("none"), NUCLEI));
	}

	/** scripts/fixtures/roi_manager.ijm made it, in ImageJ 1.54p. */
	@Test
	void whatTheRoiManagerSavedIsRead() throws FoveaException, IOException {
		final Path set = folder.resolve("RoiSet.zip");
		try (InputStream in = RoiAnnotationTest.class.getResourceAsStream("/fovea/rois/RoiSet.zip")) {
			Files.copy(in, set);
		}
		saved("a.tif", IJ.createHyperStack("s", 6, 2, 1, 3, 2, 8));
		final Image mask =
				RoiAnnotation.of(set, images, NUCLEI, listener).masks().read(0);
		assertPlane(mask, 0, 0, "33....", "......");
		assertPlane(mask, 1, 0, "......", "......");
		assertPlane(mask, 2, 0, "......", "2.....");
		assertPlane(mask, 0, 1, "......", "......");
		assertPlane(mask, 1, 1, "...111", "...111");
		assertPlane(mask, 2, 1, "......", "......");
	}

	// Classes

	@Test
	void groupsAreClassesWhereNoneAreNamed() throws FoveaException {
		saved(
				"a.tif",
				image(
						4,
						1,
						group(3, rectangle("x", 0, 0, 2, 1)),
						group(1, rectangle("x-1", 1, 0, 1, 1)),
						rectangle("ignore", 3, 0, 1, 1)));
		final RoiAnnotation annotation = overlays(RoiOptions.DEFAULT);
		assertPlane(annotation.masks().read(0), 0, 0, "31.!");
		assertEquals(
				List.of(
						new ClassSpec("background", 0),
						new ClassSpec("class 1", 0xe69f00),
						new ClassSpec("class 2", 0x56b4e9),
						new ClassSpec("class 3", 0x009e73)),
				annotation.reading().classes());
		saved("a.tif", image(4, 1, group(3, rectangle("x", 0, 0, 2, 1)), rectangle("y", 1, 0, 1, 1)));
		assertEquals(
				"a.tif: ROI 'y': expected a group from 1 to 3 as other ROIs have, or one of the names background, "
						+ "ignore",
				refused(RoiOptions.DEFAULT));
	}

	/** As ImageJ leaves them: none from the overlay, its place from the ROI Manager. Another name is a mistake. */
	@Test
	void withOneClassRoisWithoutANameAreOfIt() throws FoveaException {
		final RoiOptions one = RoiOptions.DEFAULT.withClasses(List.of("nucleus"));
		saved(
				"a.tif",
				image(
						4,
						1,
						rectangle(null, 0, 0, 1, 1),
						rectangle("0001-0002", 1, 0, 1, 1),
						rectangle("nucleus-1", 2, 0, 1, 1)));
		assertPlane(overlays(one).masks().read(0), 0, 0, "111.");
		saved("a.tif", image(4, 1, rectangle("object-1", 0, 0, 1, 1), rectangle("Kern 3", 2, 0, 1, 1)));
		assertPlane(overlays(one).masks().read(0), 0, 0, "1.1.");
		assertEquals(List.of(), warnings);
		saved("a.tif", image(4, 1, rectangle("debris", 0, 0, 1, 1), rectangle("nucleus", 1, 0, 1, 1)));
		assertPlane(overlays(one).masks().read(0), 0, 0, "11..");
		saved("a.tif", image(4, 1, rectangle("debris", 0, 0, 1, 1), rectangle("dirt-2", 1, 0, 1, 1)));
		assertPlane(overlays(one).masks().read(0), 0, 0, "11..");
		assertEquals(
				List.of(
						"a.tif: ROI 'debris': is taken for 'nucleus', the one class; classes nucleus,debris would "
								+ "tell them apart",
						"a.tif: ROI 'debris': is taken for 'nucleus', the one class, and so are ROIs of 1 other name; "
								+ "classes nucleus,debris would tell them apart"),
				warnings);
		saved("a.tif", image(4, 1, group(2, rectangle(null, 0, 0, 1, 1))));
		assertEquals(
				"a.tif: ROI '': expected a name that begins with one of nucleus, background, ignore, or a group from "
						+ "1 to 1, got group 2",
				refused(one));
	}

	private List<String> classesOf(final Roi... drawn) throws FoveaException {
		saved("a.tif", image(40, 3, drawn));
		return overlays(RoiOptions.DEFAULT).reading().classes().stream()
				.map(ClassSpec::name)
				.toList();
	}

	@Test
	void namesThatWereDrawnAreTheClasses() throws FoveaException {
		assertEquals(
				List.of("background", "nucleus"),
				classesOf(
						rectangle("nucleus-1", 0, 0, 1, 1),
						rectangle("Nucleus 3", 2, 0, 1, 1),
						rectangle("0012-0034", 4, 0, 1, 1),
						rectangle("object-3", 6, 0, 1, 1),
						rectangle(null, 8, 0, 1, 1),
						rectangle("background-1", 10, 0, 1, 1)));
		assertPlane(
				overlays(RoiOptions.DEFAULT).masks().read(0),
				0,
				0,
				"1.1.1.1.1...............................",
				"........................................",
				"........................................");
		final Roi[] two = {rectangle("nucleus2", 0, 0, 1, 1), rectangle("debris-1-2", 2, 0, 1, 1)};
		assertEquals(List.of("background", "debris", "nucleus"), classesOf(two));
		assertEquals(List.of("background", "debris", "nucleus"), classesOf(two[1], two[0]));
		assertPlane(
				overlays(RoiOptions.DEFAULT).masks().read(0),
				0,
				0,
				"2.1.....................................",
				"........................................",
				"........................................");
		assertEquals(List.of("background", "object"), classesOf(rectangle("object-7", 0, 0, 1, 1)));
		assertEquals(
				List.of("background", "class 1", "class 2"),
				classesOf(rectangle("class 1-3", 0, 0, 1, 1), rectangle("class 2-1", 1, 0, 1, 1)));
		assertEquals(List.of(), warnings);
	}

	@Test
	void oneOfSeveralClassesMustBeNamed() throws FoveaException {
		saved(
				"a.tif",
				image(
						4,
						1,
						rectangle("a", 0, 0, 1, 1),
						rectangle("b", 1, 0, 1, 1),
						rectangle("0001-0002", 2, 0, 1, 1)));
		assertEquals(
				"a.tif: ROI '0001-0002': expected a name that begins with one of a, b, background, ignore, or a group "
						+ "from 1 to 2",
				refused(RoiOptions.DEFAULT));
	}

	@Test
	void manyNamesAreThoseOfObjects() throws FoveaException {
		final List<Roi> drawn = new ArrayList<>();
		for (int i = 0; i < 9; i++) drawn.add(rectangle("" + (char) ('a' + i), 2 * i, 0, 1, 1));
		assertEquals(List.of("background", "foreground"), classesOf(drawn.toArray(Roi[]::new)));
		assertEquals(
				List.of("a.tif: ROI 'a': is taken for 'foreground', the one class, and so are ROIs of 8 other names; "
						+ "classes a would tell them apart"),
				warnings);
	}

	@Test
	void groupsKeepTheNamesOfTheirRois() throws FoveaException {
		assertEquals(
				List.of("background", "nucleus", "class 2", "debris"),
				classesOf(
						group(3, rectangle("debris-3", 0, 0, 1, 1)),
						group(1, rectangle("nucleus-1", 1, 0, 1, 1)),
						rectangle("debris", 2, 0, 1, 1)));
		assertPlane(
				overlays(RoiOptions.DEFAULT).masks().read(0),
				0,
				0,
				"313.....................................",
				"........................................",
				"........................................");
	}

	/** What segmentation calls its objects and says of them, and what a person makes of it. */
	@Test
	void namesSurviveCorrections() throws FoveaException {
		final Roi stage = rectangle("stage 2-5", 0, 0, 1, 1);
		stage.setProperty("class", "stage 2");
		final Roi corrected = rectangle("stage 1-6", 1, 0, 1, 1);
		corrected.setProperty("class", "stage 2");
		assertEquals(List.of("background", "stage", "stage 2"), classesOf(stage, corrected));
		assertEquals(List.of("background", "stage 2"), classesOf(stage, rectangle(null, 2, 0, 1, 1)));
	}

	@Test
	void objectsKeepTheNameOfTheirClass() throws FoveaException {
		final Roi nucleus = rectangle("nucleus-1", 0, 0, 2, 1);
		nucleus.setStrokeColor(new Color(0x123456));
		saved("a.tif", image(4, 1, nucleus));
		assertEquals(
				List.of(
						new ClassSpec("background", 0),
						new ClassSpec("nucleus", 0x123456),
						new ClassSpec("border", 0xFF0000)),
				overlays(RoiOptions.DEFAULT).instanceReading(true).classes());
		saved("a.tif", image(4, 1, rectangle(null, 0, 0, 2, 1)));
		assertEquals(
				"object",
				overlays(RoiOptions.DEFAULT)
						.instanceReading(false)
						.classes()
						.get(1)
						.name());
	}

	@Test
	void aRoiWithoutAClassIsTold() throws FoveaException {
		saved("a.tif", image(4, 1, rectangle("nucleus1", 0, 0, 2, 1), rectangle("nucleolus", 1, 0, 1, 1)));
		assertEquals(
				"a.tif: ROI 'nucleolus': expected a name that begins with one of nucleus, nucleus wall, gap, "
						+ "background, "
						+ "ignore, or a group from 1 to 3",
				refused(NUCLEI));
		saved("a.tif", image(4, 1, group(4, rectangle(null, 0, 0, 2, 1))));
		assertEquals(
				"a.tif: ROI '': expected a name that begins with one of nucleus, nucleus wall, gap, background, "
						+ "ignore, or a group from 1 to 3, got group 4",
				refused(NUCLEI));
		saved("a.tif", image(4, 1, group(2, rectangle(null, 0, 0, 2, 1)), group(2, rectangle("gap", 3, 0, 1, 1))));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "22.3");
	}

	@Test
	void classesHaveTheColorsOfTheirRois() throws FoveaException {
		final Roi first = rectangle("nucleus", 0, 0, 1, 1);
		first.setStrokeColor(new Color(0x123456));
		final Roi second = rectangle("nucleus-1", 0, 0, 1, 1);
		second.setStrokeColor(Color.RED);
		final Roi wall = rectangle("nucleus wall", 0, 0, 1, 1);
		wall.setFillColor(new Color(0xe69f00));
		final Roi gap = rectangle("gap", 0, 0, 1, 1);
		gap.setStrokeColor(new Color(0x123456));
		saved("a.tif", image(1, 1, first, second, wall, gap));
		assertEquals(
				List.of(
						new ClassSpec("background", 0),
						new ClassSpec("nucleus", 0x123456),
						new ClassSpec("nucleus wall", 0xe69f00),
						new ClassSpec("gap", 0x009e73)),
				overlays(NUCLEI).reading().classes());
	}

	@Test
	void optionsAreChecked() {
		assertEquals(
				List.of("a"),
				RoiOptions.DEFAULT.withClasses(List.of("background", "a")).classes());
		assertThrows(IllegalArgumentException.class, () -> RoiOptions.DEFAULT.withClasses(List.of("a", "a")));
		assertThrows(IllegalArgumentException.class, () -> RoiOptions.DEFAULT.withClasses(List.of("ignore")));
		assertThrows(IllegalArgumentException.class, () -> RoiOptions.DEFAULT.withClasses(List.of(" ")));
	}

	// What has no ROI

	@Test
	void withoutAnyRoiThereIsNothingToLearn() throws FoveaException {
		final ImagePlus selected = image(2, 1);
		selected.setRoi(0, 0, 1, 1);
		saved("a.tif", selected);
		assertEquals("/images: expected ROIs, found none on 1 image", refused(RoiOptions.DEFAULT));
		assertEquals(
				List.of("a.tif: its selection does not count, only ROIs in its overlay do (Image > Overlay > Add "
						+ "Selection)"),
				warnings);
	}

	@Test
	void unlabeledPixelsMayBeIgnored() throws FoveaException {
		final RoiOptions options = NUCLEI.with(RoiOptions.Unlabeled.IGNORED);
		saved("b.tif", image(4, 1, rectangle("background", 0, 0, 3, 1), rectangle("gap", 1, 0, 1, 1)));
		final RoiAnnotation annotation = overlays(options);
		assertEquals(Optional.of(Rest.IGNORED), annotation.rest());
		assertPlane(annotation.masks().read(0), 0, 0, ".3.!");
		assertPlane(annotation.instances().read(0), 0, 0, ".2.!");
		saved("c.tif", image(4, 1));
		assertEquals(
				"/images: expected ROIs on c.tif, found none, and pixels without a ROI do not count", refused(options));
		final Path stroke = saved("c.tif", image(4, 1, named("gap", new Line(0, 0, 1, 0))));
		assertEquals(
				"expected ROIs named 'background' as well, found none, and pixels without a ROI do not count",
				message(TrainingException.class, stroke, options).replaceFirst(".*?: ", ""));
	}

	@Test
	void aRingAroundAnOutlineIsBackgroundWhereNothingElseIs() throws FoveaException {
		saved("a.tif", image(12, 1, rectangle("nucleus", 0, 0, 2, 1), rectangle("ignore", 10, 0, 1, 1)));
		final RoiAnnotation annotation = overlays(NUCLEI.with(RoiOptions.Unlabeled.IGNORED));
		assertEquals(Optional.of(Rest.RINGS), annotation.rest());
		assertPlane(annotation.masks().read(0), 0, 0, "11!...!!!!!!");
		assertPlane(annotation.instances().read(0), 0, 0, "11!...!!!!!!");
	}

	private static Roi named(final String name, final Roi roi) {
		roi.setName(name);
		return roi;
	}

	private Optional<Rest> restOf(final RoiOptions.Unlabeled said, final Roi... drawn) throws FoveaException {
		saved("a.tif", image(30, 9, drawn));
		final Optional<Rest> rest = overlays(NUCLEI.with(said)).rest();
		Collections.reverse(Arrays.asList(drawn));
		saved("a.tif", image(30, 9, drawn));
		if (Arrays.stream(drawn).noneMatch(roi -> roi.getName().startsWith("background")))
			assertEquals(rest, overlays(NUCLEI.with(said)).rest(), "in the other order");
		return rest;
	}

	@Test
	void whatIsDrawnTellsWhatTheRestIs() throws FoveaException {
		final RoiOptions.Unlabeled auto = RoiOptions.Unlabeled.AUTO;
		final Roi outline = rectangle("nucleus-1", 2, 2, 5, 5);
		final Roi stroke = named("nucleus-2", new Line(12, 4, 18, 4));
		final Roi ground = rectangle("background-1", 22, 2, 5, 5);
		final Roi hole = rectangle("background", 3, 3, 2, 2);
		assertEquals(Optional.empty(), restOf(auto, outline, rectangle("gap", 12, 2, 5, 5)));
		assertEquals(Optional.of(Rest.IGNORED), restOf(auto, outline, ground));
		assertEquals(Optional.of(Rest.IGNORED), restOf(auto, outline, stroke, ground));
		assertEquals(Optional.of(Rest.RINGS), restOf(auto, outline, stroke));
		assertEquals(Optional.of(Rest.IGNORED), restOf(auto, stroke, named("gap", new Line(1, 8, 5, 8))));
		assertEquals(Optional.empty(), restOf(auto, outline, hole));
		assertEquals(Optional.of(Rest.BACKGROUND), restOf(RoiOptions.Unlabeled.BACKGROUND, stroke, ground));
		assertEquals(Optional.of(Rest.RINGS), restOf(RoiOptions.Unlabeled.IGNORED, stroke, outline));
	}

	@Test
	void imagesWithoutARoiMayBePartOfTheRest() throws FoveaException {
		saved("a.tif", image(9, 1, rectangle("nucleus", 0, 0, 2, 1), rectangle("background", 5, 0, 2, 1)));
		saved("b.tif", image(9, 1));
		final RoiOptions auto = NUCLEI.with(RoiOptions.Unlabeled.AUTO);
		assertPlane(overlays(auto).openMasks(false).read(1), 0, 0, "---------");
		saved("a.tif", image(9, 1, rectangle("nucleus", 0, 0, 2, 1)));
		assertPlane(overlays(auto).masks().read(0), 0, 0, "11.......");
		assertPlane(overlays(auto).openMasks(true).read(0), 0, 0, "11-------");
		assertEquals(
				List.of(
						images + ": no ROI on 1 of 2 images, which do not count: b.tif",
						images + ": no ROI on 1 of 2 images, which are background or do not count, like other pixels "
								+ "without a ROI: b.tif"),
				warnings.stream().distinct().toList());
	}

	// Objects

	private boolean areTouching(final Roi... drawn) throws FoveaException {
		saved("a.tif", image(60, 20, drawn));
		return overlays(RoiOptions.DEFAULT).isTouching();
	}

	@Test
	void outlinesThatTouchMeanObjects() throws FoveaException {
		final Roi first = rectangle("nucleus-1", 2, 2, 10, 10);
		assertTrue(areTouching(first, rectangle("nucleus-2", 12, 2, 10, 10)), "side by side");
		assertTrue(areTouching(first, rectangle("nucleus-2", 10, 4, 10, 10)), "overlapping");
		assertFalse(areTouching(first, rectangle("nucleus-2", 13, 2, 10, 10)), "apart");
		assertFalse(areTouching(first, rectangle("nucleus-2", 12, 12, 10, 10)), "by a corner");
		assertFalse(areTouching(first, rectangle("nucleus-2", 12, 10, 10, 10)), "by two pixels");
		assertFalse(areTouching(first, rectangle("nucleus-2", 2, 2, 10, 10)), "drawn twice");
		assertFalse(areTouching(first, rectangle("nucleus-2", 0, 0, 16, 16)), "one within the other");
		assertFalse(areTouching(rectangle("nucleus-2", 0, 0, 16, 16), first), "one within the other, later");
		assertFalse(areTouching(first, rectangle("debris", 12, 2, 10, 10)), "of two classes");
		assertFalse(areTouching(first, rectangle("background", 12, 2, 10, 10)), "background");
		assertFalse(
				areTouching(first, rectangle("nucleus-2", 12, 2, 10, 10), named("nucleus", new Line(40, 2, 50, 2))),
				"where strokes are drawn");
	}

	// Areas and lines

	@ParameterizedTest
	@ValueSource(strings = {"Arrow", "Point", "Angle", "Text", "Image"})
	void onlyAreasAndLinesCount(final String type) throws FoveaException {
		final int[] xs = {0, 2, 3};
		final int[] ys = {0, 1, 0};
		final Roi roi = switch (type) {
			case "Arrow" -> new Arrow(0, 0, 2, 2);
			case "Point" -> new PointRoi(1, 1);
			case "Angle" -> new PolygonRoi(xs, ys, 3, Roi.ANGLE);
			case "Text" -> new TextRoi(0, 0, "gap");
			default -> new ImageRoi(0, 0, new ByteProcessor(2, 2));
		};
		roi.setName("gap");
		saved("a.tif", image(4, 4, roi));
		assertEquals(
				"a.tif: ROI '" + (type.equals("Image") ? "" : "gap")
						+ "': expected an area (rectangle, oval, polygon, freehand, traced or composite) or a line, "
						+ "got '" + type + "'",
				refused(NUCLEI));
	}

	/** Written to a file and read again. */
	@Test
	void linesAreStrokesOfABrush() throws FoveaException {
		final Line thin = new Line(1, 1, 6, 1);
		assertEquals(0, thin.getStrokeWidth());
		saved("a.tif", image(8, 4, named("gap", thin)));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "........", ".333333.", "........", "........");
		final Line wide = new Line(2, 2, 5, 2);
		wide.setStrokeWidth(3);
		saved("a.tif", image(8, 5, named("gap", wide)));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "........", ".333333.", ".333333.", ".333333.", "........");
		final Line beyond = new Line(-3, 3, 2, 3);
		saved("a.tif", image(8, 4, named("gap", beyond)));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "........", "........", "........", "333.....");
		final Roi bent = new PolygonRoi(new int[] {0, 3, 3}, new int[] {0, 0, 3}, 3, Roi.POLYLINE);
		saved("a.tif", image(5, 4, named("gap", bent)));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "3333.", "...3.", "...3.", "...3.");
		final Roi free = new PolygonRoi(new int[] {0, 1, 2, 3}, new int[] {3, 2, 1, 0}, 4, Roi.FREELINE);
		saved("a.tif", image(4, 4, named("gap", free)));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "...3", "..3.", ".3..", "3...");
	}

	/** ImageJ says that they are areas. */
	@Test
	void strokesOfTheOverlayBrushAreNoAreas() throws FoveaException {
		final GeneralPath path = new GeneralPath();
		path.moveTo(1.5f, 1.5f);
		path.lineTo(5.5f, 1.5f);
		path.lineTo(5.5f, 5.5f);
		final Roi brush = new ShapeRoi(path);
		brush.setStroke(new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		saved("a.tif", image(8, 7, named("gap", brush)));
		assertPlane(
				overlays(NUCLEI).masks().read(0),
				0,
				0,
				"........",
				".33333..",
				".....3..",
				".....3..",
				".....3..",
				".....3..",
				"........");
		assertEquals(
				Optional.of(Rest.IGNORED),
				restOf(RoiOptions.Unlabeled.AUTO, named("gap", brush), rectangle("background", 20, 2, 5, 5)));
	}

	@Test
	void areasCoverWhatImageJFills() throws FoveaException {
		final ByteProcessor spots = new ByteProcessor(40, 30);
		spots.setValue(255);
		spots.fillOval(5, 5, 9, 7);
		final Wand wand = new Wand(spots);
		wand.autoOutline(8, 8, 255, 255);
		final Roi rounded = new Roi(3, 3, 12, 9);
		rounded.setCornerDiameter(6);
		final Roi beyond = new OvalRoi(-5, -4, 21, 15);
		final List<Roi> areas = List.of(
				new Roi(2, 3, 5, 4),
				rounded,
				beyond,
				new OvalRoi(30, 20, 30, 30),
				new EllipseRoi(4, 4, 30, 22, 0.4),
				new RotatedRectRoi(5, 5, 30, 20, 8),
				new PolygonRoi(new float[] {1.5f, 20.2f, 33}, new float[] {2.5f, 25.75f, 4}, Roi.POLYGON),
				new PolygonRoi(wand.xpoints, wand.ypoints, wand.npoints, Roi.TRACED_ROI),
				new PolygonRoi(new int[] {3, 9, 4, 12}, new int[] {3, 5, 11, 20}, 4, Roi.FREEROI),
				new ShapeRoi(new OvalRoi(2, 2, 20, 20)).not(new ShapeRoi(new Roi(8, 8, 6, 6))));
		for (final Roi area : areas) {
			saved("a.tif", image(40, 30, area));
			final ByteProcessor filled = new ByteProcessor(40, 30);
			filled.setValue(1);
			filled.fill(ImageFiles.open(images.resolve("a.tif"))
					.getOverlay()
					.get(0)); // some are not saved to the last digit
			final Image mask = overlays(RoiOptions.DEFAULT).masks().read(0);
			final RandomAccess<? extends RealType<?>> access = mask.pixels().randomAccess();
			for (int y = 0; y < 30; y++)
				for (int x = 0; x < 40; x++) {
					access.setPosition(new int[] {x, y, 0, 0, 0});
					assertEquals(filled.get(x, y), access.get().getRealFloat(), area + " at " + x + ", " + y);
				}
		}
	}

	@Test
	void polygonsHolesAndEdgesAreExact() throws FoveaException {
		final Roi corner =
				new PolygonRoi(new Polygon(new int[] {0, 3, 3, 1, 1, 0}, new int[] {0, 0, 1, 1, 3, 3}, 6), Roi.POLYGON);
		corner.setName("gap");
		final Roi ring = new ShapeRoi(new Rectangle(4, 0, 3, 3)).not(new ShapeRoi(new Rectangle(5, 1, 1, 1)));
		ring.setName("nucleus");
		saved(
				"a.tif",
				image(7, 4, corner, ring, rectangle("nucleus wall", -3, 3, 5, 9), rectangle("gap", 20, 0, 3, 3)));
		final Image mask = overlays(NUCLEI).masks().read(0);
		assertPlane(mask, 0, 0, "333.111", "3...1.1", "3...111", "22.....");
		assertEquals(
				List.of("a.tif: ROI 'gap': no pixels: outside of the image, or under others of its class"), warnings);
	}

	@Test
	void theLaterRoiCountsButAmongObjectsOfOneClassTheEarlier() throws FoveaException {
		saved(
				"a.tif",
				image(
						6,
						1,
						rectangle("gap", 0, 0, 4, 1),
						rectangle("nucleus-1", 1, 0, 2, 1),
						rectangle("nucleus-2", 2, 0, 2, 1),
						rectangle("ignore", 5, 0, 1, 1)));
		final RoiAnnotation annotation = overlays(NUCLEI);
		assertPlane(annotation.masks().read(0), 0, 0, "3111.!");
		assertPlane(annotation.instances().read(0), 0, 0, "1223.!");
		assertEquals(List.of(), warnings);
		final Samples samples = new SampleReader(List.of(), OptionalInt.empty(), listener)
				.masks(FolderImages.of(images), annotation.instances(), annotation.instanceReading(true));
		assertArrayEquals(
				new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0},
				samples.samples().get(0).target().data());
	}

	@Test
	void objectsDoNotTouchWhatDoesNotCount() throws FoveaException {
		saved(
				"a.tif",
				image(
						5,
						1,
						rectangle("ignore", 0, 0, 1, 1),
						rectangle("gap", 1, 0, 2, 1),
						rectangle("gap-1", 3, 0, 1, 1)));
		final Samples samples = new SampleReader(List.of(), OptionalInt.empty(), listener)
				.masks(
						FolderImages.of(images),
						overlays(NUCLEI).instances(),
						overlays(NUCLEI).instanceReading(true));
		assertArrayEquals(
				new float[] {0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0},
				samples.samples().get(0).target().data());
	}

	// Stacks

	@Test
	void roisOfAStackAreOnTheirSlice() throws FoveaException {
		final Roi second = rectangle("gap", 0, 0, 1, 1);
		second.setPosition(2);
		saved("a.tif", withOverlay(IJ.createImage("s", "16-bit", 3, 1, 3), second, rectangle("nucleus", 2, 0, 1, 1)));
		final Image mask = overlays(NUCLEI).masks().read(0);
		assertPlane(mask, 0, 0, "..1");
		assertPlane(mask, 1, 0, "3.1");
		assertPlane(mask, 2, 0, "..1");
		final ImageSource masks = overlays(NUCLEI).masks();
		assertEquals(
				3,
				new SampleReader(List.of(), OptionalInt.empty(), listener)
						.masks(FolderImages.of(images), masks, overlays(NUCLEI).reading())
						.samples()
						.size());
	}

	@Test
	void roisOfAHyperstackAreOnTheirSliceAndFrame() throws FoveaException {
		final ImagePlus stack = IJ.createHyperStack("h", 4, 1, 2, 3, 2, 8); // c, z, t
		final Roi channel = rectangle("gap", 0, 0, 1, 1);
		channel.setPosition(2, 1, 1);
		final Roi slice = rectangle("gap", 1, 0, 1, 1);
		slice.setPosition(0, 2, 0);
		final Roi frame = rectangle("gap", 2, 0, 1, 1);
		frame.setPosition(1, 0, 2);
		final Roi index = rectangle("gap", 3, 0, 1, 1);
		index.setPosition(stack.getStackIndex(2, 3, 2));
		saved("a.tif", withOverlay(stack, channel, slice, frame, index));
		final Image mask = overlays(NUCLEI).masks().read(0);
		assertEquals(1, mask.size(Image.C));
		assertPlane(mask, 0, 0, "3...");
		assertPlane(mask, 1, 0, ".3..");
		assertPlane(mask, 2, 0, "....");
		assertPlane(mask, 0, 1, "..3.");
		assertPlane(mask, 1, 1, ".33.");
		assertPlane(mask, 2, 1, "..33");
	}

	@Test
	void channelsOfAColorStackAreSlices() throws FoveaException {
		final ImagePlus stack = IJ.createImage("s", "RGB black", 2, 1, 4);
		stack.setDimensions(2, 2, 1);
		stack.setOpenAsHyperStack(true);
		final Roi both = rectangle("gap", 0, 0, 1, 1);
		both.setPosition(0, 2, 1);
		final Roi one = rectangle("gap", 1, 0, 1, 1);
		one.setPosition(2, 1, 1);
		saved("a.tif", withOverlay(stack, both, one));
		final Image image = FolderImages.of(images).read(0);
		final Image mask = overlays(NUCLEI).masks().read(0);
		assertEquals(image.size(Image.Z), mask.size(Image.Z));
		assertPlane(mask, 0, 0, "..");
		assertPlane(mask, 1, 0, ".3");
		assertPlane(mask, 2, 0, "3.");
		assertPlane(mask, 3, 0, "3.");
	}

	@Test
	void aPlaceBeyondTheStackIsTold() throws FoveaException {
		final Roi roi = rectangle("gap", 0, 0, 1, 1);
		roi.setPosition(4);
		saved("a.tif", withOverlay(IJ.createImage("s", "RGB", 3, 1, 3), roi));
		assertEquals(
				"a.tif: ROI 'gap': expected a place within 3 slices and 1 frame, got position 4 of the stack",
				refused(NUCLEI));
		roi.setPosition(0, 5, 1);
		saved("a.tif", withOverlay(IJ.createImage("s", "RGB", 3, 1, 3), roi));
		assertEquals(
				"a.tif: ROI 'gap': expected a place within 3 slices and 1 frame, got slice 5 and frame 1",
				refused(NUCLEI));
		saved("a.tif", image(3, 1, roi));
		assertPlane(overlays(NUCLEI).masks().read(0), 0, 0, "3..");
	}

	@Test
	void thousandsOfRois() throws FoveaException {
		final Roi[] many = new Roi[2000];
		for (int i = 0; i < many.length; i++) {
			many[i] = i % 2 == 0
					? new OvalRoi(i % 50 * 20, i / 50 * 25, 19, 24)
					: new Roi(i % 50 * 20, i / 50 * 25, 19, 24);
			many[i].setName("gap-" + i);
		}
		saved("a.tif", image(1000, 1000, many));
		final Image mask = overlays(NUCLEI).instances().read(0);
		final RandomAccess<? extends RealType<?>> access = mask.pixels().randomAccess();
		for (int i = 0; i < many.length; i++) {
			access.setPosition(new int[] {i % 50 * 20 + 9, i / 50 * 25 + 12, 0, 0, 0});
			assertEquals(i + 1, access.get().getRealFloat());
		}
	}
}
