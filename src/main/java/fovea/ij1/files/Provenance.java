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
import fovea.base.Release;
import fovea.ij1.ImageFiles;
import fovea.infer.LoadedModel;
import fovea.rank.Choice;
import fovea.text.Printable;
import ij.ImagePlus;
import java.nio.file.Path;

/**
 * How a result came about. It says nothing of when, so that the same work gives the same bytes.
 *
 * @param version of Fovea
 * @param model name, as the model's description has it
 * @param modelSha256 as {@link LoadedModel#sha256()}
 * @param macro that does the same to the open image, or why there is none
 * @param device that computed
 * @param chosen why this model or filter was taken; empty: it was asked for
 */
public record Provenance(String version, String model, String modelSha256, String macro, String device, String chosen) {

	/**
	 * @param model that is run
	 * @param macro that does the same to the open image
	 * @param device that computes
	 * @return with this version of Fovea
	 * @throws FoveaException if the model's files cannot be read
	 */
	public static Provenance of(final LoadedModel model, final MacroCall macro, final String device)
			throws FoveaException {
		return new Provenance(Release.version(), model.spec().name(), model.sha256(), macro.text(), device, "");
	}

	/**
	 * @param choice what was taken, and why
	 * @param macro that does the same to the open image, or why there is none
	 * @param device that computes
	 * @return with this version of Fovea
	 * @throws FoveaException if the model's files cannot be read
	 */
	public static Provenance of(final Choice choice, final String macro, final String device) throws FoveaException {
		final String sha256 = choice.model().isPresent() ? choice.model().get().sha256() : "none, a filter";
		return new Provenance(
				Release.version(),
				choice.name(),
				sha256,
				macro,
				device,
				choice.verdict().line());
	}

	/** @return lines of "Fovea key: value", each with an end of line */
	public String text() {
		return line("version", version)
				+ line("model", model)
				+ line("model sha256", modelSha256)
				+ line("macro", macro)
				+ line("device", device)
				+ (chosen.isEmpty() ? "" : line("model chosen by", chosen));
	}

	private static String line(final String key, final String value) {
		return "Fovea " + key + ": " + Printable.escaped(value.replaceAll("\\s*\\R\\s*", " ")) + "\n";
	}

	/**
	 * Writes a result with these lines at the end of its "Info" property, after those that its image brought along.
	 *
	 * @param result to be written; its property is changed
	 * @param file where
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	void save(final ImagePlus result, final Path file) throws ImageException {
		addTo(result);
		ImageFiles.save(result, file);
	}

	/** @param result gets these lines at the end of its "Info" property, after those that its image brought along */
	public void addTo(final ImagePlus result) {
		final String before = result.getInfoProperty();
		final String own = before == null || before.isEmpty() || before.endsWith("\n") ? text() : "\n" + text();
		result.setProperty("Info", before == null ? own : before + own);
	}
}
