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
package fovea.job;

import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.model.library.ModelArchive;
import fovea.model.variables.TensorBundle;
import fovea.net.Architecture;
import fovea.net.DistanceHead;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.WeightSpec;
import fovea.train.result.PastTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model that is to be trained further: its network, and its weights as they are in its package.
 *
 * @param name for people
 * @param architecture of the network, which stays
 * @param weights that the training begins with
 * @param preprocessing that its images had and will have
 * @param classes that it tells apart; empty where images come out
 * @param objectTraits that it says of itself
 * @param samples slices that it learned from, 0: it does not say
 */
public record Pretrained(
		String name,
		Architecture architecture,
		WeightMap weights,
		List<Processing> preprocessing,
		List<ClassSpec> classes,
		ObjectTraits objectTraits,
		int samples) {

	private static final String ARCHITECTURE = "architecture.yaml";
	private static final int COLORS = 3;
	private static final int FEW = 5;

	/** Seed of what a model begins with that it does not have. */
	private static final long DRAWN = 1;

	/** Copies the lists. */
	public Pretrained {
		preprocessing = List.copyOf(preprocessing);
		classes = List.copyOf(classes);
	}

	/**
	 * @param archive of a model that was trained with Fovea; stays the caller's
	 * @return what a training needs of it
	 * @throws ModelException if it was not, or its weights are not those of its network
	 */
	public static Pretrained of(final ModelArchive archive) throws ModelException {
		final String name = archive.name();
		final ModelSpec spec = archive.spec().orElseThrow(() -> unknown(name, "it has no description", null));
		final Architecture architecture = architecture(archive);
		final TensorBundle variables = TensorBundle.of(archive.savedModel())
				.orElseThrow(() -> unknown(name, "its weights are part of its graph", null));
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec wanted : WeightSpecs.of(architecture)) {
			final Optional<float[]> found = variables.floats(wanted.key());
			if (found.isPresent()) values.put(wanted.key(), found.get());
		}
		return new Pretrained(
				name,
				architecture,
				new WeightMap(values).forArchitecture(architecture),
				spec.inputs().get(0).processing(),
				spec.classes(),
				spec.objectTraits(),
				PastTraining.of(archive).map(PastTraining::trainingSamples).orElse(0));
	}

	private static Architecture architecture(final ModelArchive archive) throws ModelException {
		try {
			return ArchitectureFile.read(archive.resolve(ARCHITECTURE));
		} catch (final ModelException e) {
			throw unknown(archive.name(), e.getMessage(), e);
		}
	}

	private static ModelException unknown(final String name, final String reason, final ModelException cause) {
		return new ModelException(
				"'" + name + "' cannot be trained further, since Fovea does not know how its network is built: "
						+ reason,
				cause);
	}

	/**
	 * @param distance whether the network is to tell how deep each pixel lies in its object, beside the classes
	 * @return the same with that output or without it; what is new begins with drawn weights
	 * @throws ModelException if the network is built so that it cannot have one
	 */
	public Pretrained fitted(final boolean distance) throws ModelException {
		final Architecture fitting = DistanceHead.fitted(architecture, distance);
		if (fitting == architecture) return this;
		final WeightMap drawn = Initializers.initialize(fitting, DRAWN);
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(fitting))
			values.put(spec.key(), weights.get(spec) == null ? drawn.get(spec) : weights.get(spec));
		return new Pretrained(
				name,
				fitting,
				new WeightMap(values),
				preprocessing,
				classes,
				objectTraits.withDistance(distance),
				samples);
	}

	/** @return whether it learned from so little that there is nothing in it to be kept from forgetting */
	boolean knowsLittle() {
		return samples > 0 && samples <= FEW;
	}

	/**
	 * @param wanted classes that are to be told apart
	 * @return the border between touching objects, if the network has one and these classes, which are alike but for
	 *     that, have none
	 */
	Optional<ClassSpec> border(final List<ClassSpec> wanted) {
		return wanted.size() > 1 && wanted.size() + 1 == classes.size() && ClassSpec.endWithBorder(classes)
				? Optional.of(classes.get(classes.size() - 1))
				: Optional.empty();
	}

	/**
	 * @param wanted classes that are to be told apart, which nobody named
	 * @return the same with the names that the model has for them
	 */
	List<ClassSpec> named(final List<ClassSpec> wanted) {
		final List<ClassSpec> named = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++)
			named.add(new ClassSpec(classes.get(i).name(), wanted.get(i).rgb()));
		return named;
	}

	/**
	 * @param wanted classes that are to be told apart; none where images are to come out
	 * @param channels of the images
	 * @throws TrainingException if it does something else, tells other classes apart, or takes other channels
	 */
	void requireFor(final List<ClassSpec> wanted, final int channels) throws TrainingException {
		final int taken = architecture.inputShape().channels();
		// Of colors a network of one channel gets the mean, and one of three gets gray three times.
		final boolean fits = taken == channels || taken == 1 && channels == COLORS || taken == COLORS && channels == 1;
		if (!fits && !architecture.inputShape().isVector())
			throw new TrainingException("'" + name + "' takes images of " + taken
					+ (taken == 1 ? " channel" : " channels") + ", got some of " + channels);
		if ((wanted.size() == classes.size() || border(wanted).isPresent()) && !isMixedUp(wanted)) return;
		if (wanted.isEmpty())
			throw new TrainingException(
					"'" + name + "' tells classes apart (" + names(classes) + "): expected a model that gives images");
		if (classes.isEmpty())
			throw new TrainingException("'" + name + "' gives images: expected a model that tells " + wanted.size()
					+ " classes apart (" + names(wanted) + ")");
		throw new TrainingException("'" + name + "' tells " + classes.size() + " classes apart (" + names(classes)
				+ "): expected the same in what is learned from, got " + wanted.size() + " (" + names(wanted) + ")");
	}

	/** Other names may be other words for the same, but the same names in another order are not. */
	private boolean isMixedUp(final List<ClassSpec> wanted) {
		for (int i = 0; i < wanted.size(); i++)
			for (int k = 0; k < classes.size(); k++)
				if (i != k && wanted.get(i).name().equals(classes.get(k).name())) return true;
		return false;
	}

	private static String names(final List<ClassSpec> classes) {
		return classes.stream().map(ClassSpec::name).collect(Collectors.joining(", "));
	}
}
