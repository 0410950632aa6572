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
package fovea.ij1.teach;

import fovea.base.FoveaException;
import fovea.ij1.Host;
import fovea.ij1.macro.MacroOptions;
import fovea.ij1.macro.Recording;
import fovea.image.Image;
import fovea.job.LibraryEntry;
import fovea.job.TaughtModel;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.task.train.Masks;
import fovea.task.train.Network;
import fovea.task.train.Run;
import fovea.task.train.Teach;
import fovea.teach.Lesson;
import fovea.teach.StartingModel;
import fovea.teach.TeachingState;
import fovea.text.Counted;
import fovea.train.TrainableNetworkFactory;
import fovea.ui.help.HelpPages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The user's library for teaching: models that are begun with, and those that are made.
 *
 * @param networks makes networks
 * @param models names of those that segment
 * @param page of the documentation on teaching
 * @param warnings takes lines on models that are opened
 */
public record LibraryTeaching(
		TrainableNetworkFactory networks, Supplier<List<String>> models, String page, Consumer<String> warnings)
		implements TeachServices {

	@Override
	public List<String> starts() {
		return models.get().stream().filter(LibraryTeaching::isTrained).toList();
	}

	/**
	 * @param image to be drawn on
	 * @return name of the model inside that a person begins with who chooses none; empty where none takes such images
	 */
	public Optional<String> usual(final Image image) {
		final ModelLibrary library = new ModelLibrary();
		return library.models().stream()
				.filter(model -> model.isBundled() && !library.isDemonstration(model))
				.map(LibraryModel::name)
				.filter(models.get()::contains)
				.filter(name -> takes(name, image))
				.findFirst();
	}

	private static boolean takes(final String name, final Image image) {
		try (ModelArchive archive = new ModelLibrary().open(name, line -> {})) {
			return TaughtModel.start(archive).takes(image);
		} catch (final FoveaException e) {
			return false;
		}
	}

	/** What a person made elsewhere has no network that could be trained further. */
	private static boolean isTrained(final String name) {
		try (ModelArchive archive = new ModelLibrary().open(name, line -> {})) {
			return !TaughtModel.start(archive).name().isEmpty();
		} catch (final FoveaException e) {
			return false;
		}
	}

	@Override
	public StartingModel start(final String name) throws FoveaException {
		try (ModelArchive archive = new ModelLibrary().open(name, warnings)) {
			return TaughtModel.start(archive);
		}
	}

	@Override
	public boolean exists(final String name) {
		return new ModelLibrary().names().contains(name);
	}

	@Override
	public String keep(final Lesson lesson, final String name) throws FoveaException {
		final LibraryEntry entry = new LibraryEntry(new ModelLibrary(), name);
		entry.prepare(true);
		try {
			write(lesson, entry);
		} finally {
			entry.tidy();
		}
		return "'" + name
				+ "' is kept: Segment (FCN)... and Models... have it.\nFile > Save As > Tiff... keeps its strokes";
	}

	/**
	 * @param lesson that was learned
	 * @param entry ready to be written to
	 * @throws FoveaException if it cannot be written
	 */
	public void write(final Lesson lesson, final LibraryEntry entry) throws FoveaException {
		new TaughtModel(lesson, TaughtModel.card(lesson, entry.name()), entry.files()).write(networks);
	}

	/** @return how much was learned, for a log */
	public static String summary(final TeachingState taught) {
		final int strokes = taught.strokes().size();
		return Counted.of(strokes, "stroke") + ", " + Counted.of(taught.steps(), "step");
	}

	@Override
	public void record(final String name, final String start, final List<String> classes) {
		final Map<String, String> options = new LinkedHashMap<>();
		options.put(Teach.STROKES.key(), Teach.STROKES.text(Teach.Strokes.OVERLAY));
		options.put(Run.LIBRARY_NAME.key(), name);
		options.put(Masks.CLASSES.key(), Masks.CLASSES.text(classes));
		options.put(Teach.START.key(), start.isEmpty() ? Network.NEW : start);
		options.put(Run.OVERWRITE.key(), "true");
		Recording.write(Teach.LABEL, new MacroOptions(options))
				.ifPresent(line -> Host.log("Teach: not recorded: " + line));
	}

	@Override
	public void help() {
		HelpPages.open(page);
	}
}
