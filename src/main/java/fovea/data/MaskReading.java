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
package fovea.data;

import fovea.base.TrainingException;
import fovea.check.Ranges;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the pixels of a mask mean. Immutable and thread-safe. */
public sealed interface MaskReading {

	/** What {@link #read} gives for a pixel that does not count. */
	int IGNORED = -1;

	/** What masks that were drawn have where nothing was drawn, until a {@link RestRule} says what that is. */
	int UNLABELED = -2;

	/** @return the classes, background first, in the order of the network's outputs */
	List<ClassSpec> classes();

	/**
	 * @param mask as it is stored, without normalization
	 * @param name for messages
	 * @return index of the class of each pixel, row by row, or {@link #IGNORED}
	 * @throws TrainingException if the mask has other channels than expected, or a pixel is of no class; says which
	 */
	int[] read(Raster mask, String name) throws TrainingException;

	/** @return whether masks tell how deep each pixel lies in its object, too: {@link #depths} */
	default boolean hasDistance() {
		return false;
	}

	/**
	 * @param mask that {@link #read} has read
	 * @return how deep each pixel lies in its object, row by row, see {@link Depths}
	 */
	default float[] depths(final Raster mask) {
		throw new IllegalStateException("these masks tell no objects");
	}

	/** @return the same with borders between objects as parts of these; this where there are none */
	default MaskReading withoutBorder() {
		return ClassSpec.endWithBorder(classes()) ? new Whole(this) : this;
	}

	/**
	 * 0 is background, all else (in any channel) foreground.
	 *
	 * @param foreground its class
	 */
	record Binary(ClassSpec foreground) implements MaskReading {

		private static final ClassSpec BACKGROUND = new ClassSpec("background", 0);

		/** The class is called so. */
		public Binary() {
			this(new ClassSpec("foreground", 0x00FF00));
		}

		@Override
		public List<ClassSpec> classes() {
			return List.of(BACKGROUND, foreground);
		}

		@Override
		public int[] read(final Raster mask, final String name) {
			final int[] classes = new int[mask.height() * mask.width()];
			for (int i = 0; i < mask.data().length; i++) if (mask.data()[i] != 0) classes[i / mask.channels()] = 1;
			return classes;
		}
	}

	/**
	 * The value is the index of the class.
	 *
	 * @param classes background first
	 * @param ignored a value of pixels that do not count, for example 255
	 */
	record ClassIndex(List<ClassSpec> classes, OptionalInt ignored) implements MaskReading {

		/** Copies the list. */
		public ClassIndex {
			classes = List.copyOf(classes);
			Ranges.require(classes.size() >= 2, "classes", "2 or more", classes.size());
		}

		@Override
		public int[] read(final Raster mask, final String name) throws TrainingException {
			Masks.requireGray(mask, name);
			final int[] indices = new int[mask.data().length];
			for (int i = 0; i < indices.length; i++) {
				final float value = mask.data()[i];
				if (ignored.isPresent() && value == ignored.getAsInt()) indices[i] = IGNORED;
				else if (value >= 0 && value < classes.size() && value == (int) value) indices[i] = (int) value;
				else
					throw new TrainingException(name + ": expected class indices from 0 to " + (classes.size() - 1)
							+ ", got " + Masks.number(value) + Masks.place(mask, i));
			}
			return indices;
		}
	}

	/**
	 * The color tells the class.
	 *
	 * @param classes background first, each of its own color
	 * @param ignored a color 0xRRGGBB of pixels that do not count
	 */
	record Color(List<ClassSpec> classes, OptionalInt ignored) implements MaskReading {

		/** Copies the list. */
		public Color {
			classes = List.copyOf(classes);
			Ranges.require(classes.size() >= 2, "classes", "2 or more", classes.size());
			final long colors = classes.stream().map(ClassSpec::rgb).distinct().count();
			Ranges.require(
					colors == classes.size(),
					"colors of classes",
					"one of its own for each",
					colors + " for " + classes.size());
		}

		@Override
		public int[] read(final Raster mask, final String name) throws TrainingException {
			if (mask.channels() != 3)
				throw new TrainingException(name + ": expected a color mask (red, green, blue), got " + mask.channels()
						+ (mask.channels() == 1 ? " channel" : " channels"));
			final Map<Integer, Integer> byColor = new HashMap<>();
			for (int i = 0; i < classes.size(); i++) byColor.put(classes.get(i).rgb() & 0xFFFFFF, i);
			if (ignored.isPresent()) byColor.putIfAbsent(ignored.getAsInt() & 0xFFFFFF, IGNORED);
			final int[] indices = new int[mask.height() * mask.width()];
			for (int i = 0; i < indices.length; i++) {
				final int rgb = (int) mask.data()[3 * i] << 16
						| (int) mask.data()[3 * i + 1] << 8
						| (int) mask.data()[3 * i + 2];
				final Integer index = byColor.get(rgb);
				if (index == null)
					throw new TrainingException(name + ": expected the colors of the classes, "
							+ String.join(
									", ",
									classes.stream()
											.map(c -> Masks.hex(c.rgb()) + " " + c.name())
											.toList()) + ", got " + Masks.hex(rgb) + Masks.place(mask, i));
				indices[i] = index;
			}
			return indices;
		}
	}

	/**
	 * 0 is background, every object has a number of its own. Objects become one class; pixels where two objects touch
	 * (in the 8-neighborhood) can be a class of their own, so that the network learns to keep them apart.
	 *
	 * @param border whether there is that third class
	 * @param hasDistance whether networks learn how deep each pixel lies in its object, too
	 * @param ignored a value of pixels that do not count, for example -1; objects do not touch these
	 * @param object the class of the objects
	 */
	record Instances(boolean border, boolean hasDistance, OptionalInt ignored, ClassSpec object)
			implements MaskReading {

		@Override
		public MaskReading withoutBorder() {
			return new Instances(false, false, ignored, object);
		}

		/** @return the same with distances, or without */
		public Instances withDistance(final boolean value) {
			return new Instances(border, value, ignored, object);
		}

		@Override
		public float[] depths(final Raster mask) {
			return Depths.of(mask, ignored);
		}

		private static final ClassSpec BACKGROUND = new ClassSpec("background", 0);
		private static final ClassSpec OBJECT = new ClassSpec("object", 0x00FF00);
		private static final ClassSpec BORDER = new ClassSpec("border", 0xFF0000);

		/**
		 * All pixels count.
		 *
		 * @param border whether there is that third class
		 */
		public Instances(final boolean border) {
			this(border, OptionalInt.empty());
		}

		/**
		 * The class is called "object".
		 *
		 * @param border whether there is that third class
		 * @param ignored a value of pixels that do not count; objects do not touch these
		 */
		public Instances(final boolean border, final OptionalInt ignored) {
			this(border, false, ignored, OBJECT);
		}

		/**
		 * @param name of the class of the objects
		 * @param rgb its color 0xRRGGBB; that of borders is none of its own, and another is taken
		 * @return the same with that class
		 */
		public Instances named(final String name, final int rgb) {
			final boolean own = rgb != BACKGROUND.rgb() && rgb != BORDER.rgb();
			return new Instances(border, hasDistance, ignored, new ClassSpec(name, own ? rgb : OBJECT.rgb()));
		}

		@Override
		public List<ClassSpec> classes() {
			return border ? List.of(BACKGROUND, object, BORDER) : List.of(BACKGROUND, object);
		}

		@Override
		public int[] read(final Raster mask, final String name) throws TrainingException {
			Masks.requireGray(mask, name);
			final int[] classes = new int[mask.data().length];
			for (int i = 0; i < classes.length; i++) {
				final float value = mask.data()[i];
				if (ignored.isPresent() && value == ignored.getAsInt()) classes[i] = IGNORED;
				else if (value < 0 || value != Math.rint(value))
					throw new TrainingException(name + ": expected numbers of objects, 0 or more, got "
							+ Masks.number(value) + Masks.place(mask, i));
				else if (value > 0) classes[i] = border && Masks.touchesOther(mask, i, ignored) ? 2 : 1;
			}
			return classes;
		}
	}

	/**
	 * Objects of masks that have the border between them as their last class, which is part of them.
	 *
	 * @param bordered what the masks mean
	 */
	record Whole(MaskReading bordered) implements MaskReading {

		/** @return without the border */
		@Override
		public List<ClassSpec> classes() {
			return bordered.classes().subList(0, border());
		}

		/** @return index of the border's class */
		public int border() {
			return bordered.classes().size() - 1;
		}

		/** @return with the border, whose pixels are of the objects beside them */
		@Override
		public int[] read(final Raster mask, final String name) throws TrainingException {
			return bordered.read(mask, name);
		}
	}
}
