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
package fovea.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** What pixels are kept as, and how numbers become them: rounded and clipped; NaN becomes 0 in integers. */
public enum PixelFormat {
	/** Unsigned 8 bit, in arrays of byte. */
	UINT8(Byte.BYTES) {
		@Override
		public PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> wrap(
				final List<?> planes, final long... size) {
			return planar(size, new UnsignedByteType(), planes, plane -> new ByteArray((byte[]) plane));
		}

		@Override
		public Object plane(final int pixels) {
			return new byte[pixels];
		}

		@Override
		public void put(final float[] values, final int from, final Object plane, final int at, final int n) {
			final byte[] pixels = (byte[]) plane;
			for (int i = 0; i < n; i++)
				pixels[at + i] = (byte) Math.max(0, Math.min(0xff, Math.round(values[from + i])));
		}
	},
	/** Unsigned 16 bit, in arrays of short. */
	UINT16(Short.BYTES) {
		@Override
		public PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> wrap(
				final List<?> planes, final long... size) {
			return planar(size, new UnsignedShortType(), planes, plane -> new ShortArray((short[]) plane));
		}

		@Override
		public Object plane(final int pixels) {
			return new short[pixels];
		}

		@Override
		public void put(final float[] values, final int from, final Object plane, final int at, final int n) {
			final short[] pixels = (short[]) plane;
			for (int i = 0; i < n; i++)
				pixels[at + i] = (short) Math.max(0, Math.min(0xffff, Math.round(values[from + i])));
		}
	},
	/** Signed 16 bit, in arrays of short. */
	INT16(Short.BYTES) {
		@Override
		public PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> wrap(
				final List<?> planes, final long... size) {
			return planar(size, new ShortType(), planes, plane -> new ShortArray((short[]) plane));
		}

		@Override
		public Object plane(final int pixels) {
			return new short[pixels];
		}

		@Override
		public void put(final float[] values, final int from, final Object plane, final int at, final int n) {
			final short[] pixels = (short[]) plane;
			for (int i = 0; i < n; i++)
				pixels[at + i] =
						(short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(values[from + i])));
		}
	},
	/** 32-bit float: values as they are, in arrays of float. */
	FLOAT32(Float.BYTES) {
		@Override
		public PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> wrap(
				final List<?> planes, final long... size) {
			return planar(size, new FloatType(), planes, plane -> new FloatArray((float[]) plane));
		}

		@Override
		public Object plane(final int pixels) {
			return new float[pixels];
		}

		@Override
		public void put(final float[] values, final int from, final Object plane, final int at, final int n) {
			System.arraycopy(values, from, plane, at, n);
		}
	};

	private final int bytes;

	PixelFormat(final int bytes) {
		this.bytes = bytes;
	}

	/** @return of one pixel */
	public int bytes() {
		return bytes;
	}

	/**
	 * @param pixels how many
	 * @return an array of zeros
	 */
	public abstract Object plane(int pixels);

	/**
	 * @param values to be converted
	 * @param from index of the first of them
	 * @param plane array of pixels, as from {@link #plane}
	 * @param at index of the first pixel to be set
	 * @param n how many
	 */
	public abstract void put(float[] values, int from, Object plane, int at, int n);

	/**
	 * @param planes arrays of pixels, as from {@link #plane}; not copied
	 * @param size lengths of the axes, x and y first
	 * @return an image of them
	 */
	public abstract PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> wrap(List<?> planes, long... size);

	/** @return whether an image lies in such planes as {@link #wrap} has them */
	public boolean isOf(final PlanarImg<?, ?> image) {
		return image.getType() instanceof UnsignedByteType && this == UINT8
				|| image.getType() instanceof UnsignedShortType && this == UINT16
				|| image.getType() instanceof ShortType && this == INT16
				|| image.getType() instanceof FloatType && this == FLOAT32;
	}

	/**
	 * @param size lengths of the axes, x and y first
	 * @return an image of zeros
	 */
	public PlanarImg<? extends RealType<?>, ? extends ArrayDataAccess<?>> create(final long... size) {
		final List<Object> planes = new ArrayList<>();
		for (int i = 0; i < PlanarImg.numberOfSlices(size); i++) planes.add(plane(PlanarImg.elementsPerSlice(size)));
		return wrap(planes, size);
	}

	@SuppressWarnings("unchecked") // the factory is the type's own
	private static <T extends NativeType<T> & RealType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> planar(
			final long[] size, final T type, final List<?> planes, final Function<Object, A> access) {
		final PlanarImg<T, A> img = new PlanarImg<>(
				new ArrayList<>(planes.stream().map(access).toList()), size, type.getEntitiesPerPixel());
		img.setLinkedType(((NativeTypeFactory<T, A>) type.getNativeTypeFactory()).createLinkedType(img));
		return img;
	}
}
