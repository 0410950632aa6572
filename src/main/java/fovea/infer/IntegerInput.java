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
package fovea.infer;

import fovea.base.ModelException;
import fovea.image.ChannelValues;
import fovea.image.IntegerLoss;
import fovea.image.Normalizer;
import fovea.io.DataType;
import fovea.model.Processing;
import java.util.List;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Holds images against networks that take integers, which would cut off or round what does not fit. Stateless.
 *
 * @param model its name
 * @param type element type of its input
 * @param steps its preprocessing
 */
public record IntegerInput(String model, DataType type, List<Processing> steps) {

	static IntegerInput of(final LoadedModel model) {
		return new IntegerInput(
				model.spec().name(),
				model.inputPort().spec().type(),
				model.input().processing());
	}

	/**
	 * @param image its name
	 * @param pixels the channels that go in together
	 * @param fitted the preprocessing with its numbers
	 * @throws ModelException if values would be cut off, or rounded to others; it says how many and what to do
	 */
	public void require(
			final String image,
			final List<RandomAccessibleInterval<? extends RealType<?>>> pixels,
			final Normalizer fitted)
			throws ModelException {
		require(image, ChannelValues.of(pixels), fitted);
	}

	/** As {@link #require(String, List, Normalizer)}, of values that may be known already. */
	public void require(final String image, final ChannelValues pixels, final Normalizer fitted) throws ModelException {
		final DataType integer = integer();
		if (!integer.isInteger()) return;
		final IntegerLoss loss = fitted.loss(pixels, type);
		if (!loss.isFatal()) return;
		throw new ModelException("Image '" + image + "' does not fit model '" + model + "', which takes "
				+ integer.label() + ", " + number(integer.least()) + " to " + number(integer.greatest()) + ": "
				+ (loss.cut() > 0
						? percent(loss.cut()) + " of its pixels would be cut off (" + values(loss) + ")"
						: "nearly all that tells its pixels apart would be rounded off")
				+ "; " + remedy(integer));
	}

	/** @return the type that values are cast to: the network's, else that of a step */
	private DataType integer() {
		if (type.isInteger()) return type;
		return steps.stream()
				.filter(s ->
						s instanceof Processing.EnsureDtype cast && cast.type().isInteger())
				.map(s -> ((Processing.EnsureDtype) s).type())
				.findFirst()
				.orElse(type);
	}

	private String values(final IntegerLoss loss) {
		return (steps.isEmpty() ? "values " : "values after normalization ") + number(loss.least()) + " to "
				+ number(loss.greatest());
	}

	private String remedy(final DataType integer) {
		final String convert = switch (integer) {
			case UINT8 -> "convert the image to 8-bit (in ImageJ Image > Type > 8-bit)";
			case UINT16 -> "convert the image to 16-bit (in ImageJ Image > Type > 16-bit)";
			default -> "bring the image's values into that range (in ImageJ Process > Math)";
		};
		return (steps.isEmpty() ? "" : "try normalize=none, or ") + convert + ", or take another model";
	}

	private static String percent(final double share) {
		return share > 0.9995 ? "all" : String.format(Locale.ROOT, "%.2g %%", 100 * share);
	}

	private static String number(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15
				? String.valueOf((long) value)
				: String.format(Locale.ROOT, "%.4g", value);
	}
}
