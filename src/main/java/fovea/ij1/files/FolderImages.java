package fovea.ij1.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.image.ImageException;
import fovea.train.ImageSource;

/** The image files directly in a folder, sorted by name, or one image file. Each is read when it is asked for. */
public final class FolderImages implements ImageSource {

	private static final Set<String> ENDINGS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "dcm",
		"fits");

	private final Path path;
	private final List<Path> files;

	private FolderImages(final Path path, final List<Path> files) {
		this.path = path;
		this.files = files;
	}

	/**
	 * @param path a folder or an image file
	 * @return its images, maybe none
	 * @throws ImageException if there is no such file or folder
	 */
	public static FolderImages of(final Path path) throws ImageException {
		if (Files.isRegularFile(path)) return new FolderImages(path, List.of(path));
		if (!Files.isDirectory(path)) throw new ImageException(path + ": no such file or folder");
		try (Stream<Path> all = Files.list(path)) {
			return new FolderImages(path, all.filter(f -> Files.isRegularFile(f) && ENDINGS.contains(ending(f))).sorted()
				.toList());
		}
		catch (final IOException exc) {
			throw new ImageException(path + ": cannot be listed: " + exc, exc);
		}
	}

	private static String ending(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	@Override
	public String name() {
		return path.toString();
	}

	@Override
	public List<String> names() {
		return files.stream().map(f -> f.getFileName().toString()).toList();
	}

	@Override
	public Image read(final int index) throws ImageException {
		return ImagePlusImages.wrap(ImageFiles.open(files.get(index)));
	}
}
