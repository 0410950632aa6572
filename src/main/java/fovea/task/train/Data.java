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
package fovea.task.train;

import fovea.job.TrainingChoices;
import fovea.model.Normalization;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which images are learned from, and what is to come out for them. */
public final class Data {

	/** The purpose that the images themselves are to come out. */
	public static final String RECONSTRUCT = "reconstruct";

	/** What images come out of; dialogs of a denoiser. */
	public static final Option<String> IMAGES = images(
			"Images (folder; empty: the active image)", "the active image, each slice and frame of which is a sample");

	/** What is annotated. */
	public static final Option<String> ANNOTATED =
			images("Images (folder; empty: open images with overlays)", "the open images that ROIs were drawn on");

	/** What an autoencoder is for; the command line tells it by the noise and the targets. */
	public static final Option<String> PURPOSE = Option.of(
					"purpose", Form.word(List.of("denoise", RECONSTRUCT), text -> text, text -> text), "denoise")
			.under("What is learned")
			.says("Learn to", "denoise: to take noise off images; reconstruct: to give them back as they are");

	/** What is to come out, in a dialog also the title of an open image. */
	public static final Option<String> TARGETS = Option.of("target", Form.TEXT, "")
			.named("--targets", "PATH")
			.under("What is learned")
			.says(
					"Clean images (folder or title)",
					"What is to come out for each image, matched by name, where there are pairs such as noisy and "
							+ "clean ones; or next-frame (next-slice), where the frames (slices) of a stack show the "
							+ "same, each noisy in its own way: of each its neighbor is learned (Noise2Noise)",
					"the images themselves")
			.with(Trait.FOLDER, Trait.OPTIONAL);

	/** What is known of clean images, where none are given beside the noisy ones. */
	public enum Clean {
		/** Their noise is measured: noisy ones are learned from as they are, on others noise is put. */
		AUTO,

		/** The images themselves are clean enough: noise is put on them. */
		IMAGES,

		/** There are none. */
		NONE
	}

	/** What is known of clean images; the command line tells it by a flag. */
	public static final Option<Clean> CLEAN = Option.of("clean", Form.word(Clean.class), Clean.AUTO)
			.under("What is learned")
			.says(
					"Clean images",
					"Where no target is given. none: there are no clean images, and the network learns from the noisy "
							+ "ones alone; images: the images are clean, and noise is put on them and learned to be "
							+ "taken off; auto: none where the images have much noise, else images")
			.and(Trait.ADVANCED);

	/** There are no clean images. */
	public static final Option<Boolean> SELF_SUPERVISED = Option.of("", Form.FLAG, false)
			.named("--self-supervised", "")
			.says(
					"",
					"Learns to denoise from the noisy images of --data alone. Noise of photons is stabilized before, "
							+ "as denoise does; where the noise of neighbors is alike, it hides these together");

	/** Classes of whole images. */
	public static final Option<String> TARGET_LABELS = Option.of("", Form.TEXT, "")
			.named("--target-labels", "FILE")
			.says(
					"",
					"File (idx) with the class of each image in --data, for networks that tell images apart "
							+ "(resnet-block)")
			.with(Trait.FILE);

	/** Classes of whole images. */
	public static final Option<Boolean> CLASS_FOLDERS = Option.of("", Form.FLAG, false)
			.named("--class-folders", "")
			.says("", "--data has one subfolder of images for each class, for networks that tell images apart");

	/** By which images are chosen. */
	public static final Option<String> LABELS = Option.of("", Form.TEXT, "")
			.named("--labels", "FILE")
			.says("", "File (idx) of labels for --data, with --only")
			.with(Trait.FILE);

	/** Which are chosen. */
	public static final Option<List<Integer>> ONLY = Option.of("", Form.list(Form.whole(Integer::valueOf)), List.of())
			.named("--only", "N")
			.says("", "Labels to keep of --labels or --target-labels, such as 1,5,6")
			.with(Trait.LIST);

	/** How gray values are brought to the network's range. */
	public static final Option<Normalization> NORMALIZE = Option.of(
					"normalize",
					Form.word(
							Arrays.stream(Normalization.values())
									.map(Normalization::label)
									.toList(),
							text -> Normalization.valueOf(text.toUpperCase(Locale.ROOT)),
							Normalization::label),
					TrainingChoices.USUAL.normalization())
			.named("--normalize", "HOW")
			.under("Training")
			.says(
					"Gray values are normalized by",
					"How gray values are brought to the network's range, now and whenever the model is used: "
							+ "percentile, zscore, minmax, div255 or none")
			.and(Trait.ADVANCED);

	/** What the command line has. */
	static final List<Option<?>> NAMED =
			List.of(TARGETS, SELF_SUPERVISED, TARGET_LABELS, CLASS_FOLDERS, LABELS, ONLY, NORMALIZE);

	private Data() {}

	private static Option<String> images(final String label, final String otherwise) {
		return Option.of("data", Form.TEXT, "")
				.named("--data", "PATH")
				.under("Images")
				.says(
						label,
						"Folder of images, one image or stack, a .npy array (axes n y x or n y x c), or an idx file "
								+ "such as MNIST's",
						otherwise)
				.with(Trait.FOLDER, Trait.OPTIONAL, Trait.REQUIRED);
	}
}
