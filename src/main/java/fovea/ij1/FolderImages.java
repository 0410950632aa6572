package fovea.ij1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import fovea.image.Image;
import fovea.image.ImageException;
import fovea.train.ImageSource;
import ij.ImagePlus;

/**
 * The images in a folder, opened by ImageJ one by one, by name in the order of their characters. Files of other kinds, hidden
 * ones and folders within are passed over.
 */
public final class FolderImages implements ImageSource {

	private static final Set<String> EXTENSIONS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp", "gif", "pgm", "dcm", "fits",
		"zip", "avi");

	private final Path folder;
	private final List<Path> files;

	/**
	 * @param folder of images, or one image file
	 * @throws ImageException if there is no such folder, or it cannot be read; a folder without images is no error here
	 */
	public FolderImages(final Path folder) throws ImageException {
		this.folder = folder;
		if (Files.isRegularFile(folder)) {
			files = List.of(folder);
			return;
		}
		if (!Files.isDirectory(folder)) throw new ImageException(folder + ": expected an image or a folder of images, there is none");
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter(FolderImages::isImage).sorted().toList();
		}
		catch (final IOException e) {
			throw new ImageException(folder + ": cannot be read: " + AtomicFile.reason(e), e);
		}
	}

	private static boolean isImage(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		final int dot = name.lastIndexOf('.');
		return dot > 0 && !name.startsWith(".") && EXTENSIONS.contains(name.substring(dot + 1)) && Files.isRegularFile(file);
	}

	@Override
	public String name() {
		return folder.toString();
	}

	@Override
	public List<String> names() {
		return files.stream().map(file -> file.getFileName().toString()).toList();
	}

	/** The image is in memory, none of it in a window. */
	@Override
	public Image read(final int index) throws ImageException {
		final ImagePlus imp = ImageFiles.open(files.get(index));
		final Image image = ImagePlusImages.wrap(imp);
		return new Image(files.get(index).getFileName().toString(), image.pixels(), image.calibration(), image.rgb());
	}
}
