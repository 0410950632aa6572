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
package fovea.infer.geometry;

import fovea.base.ModelException;
import fovea.image.TensorLayout;
import fovea.infer.tile.TileLengths;
import fovea.model.AxisSize;
import fovea.model.AxisType;
import fovea.model.TensorInfo;
import fovea.model.TensorSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An input or output of a model: what its description says of it, and under which name it is run.
 *
 * @param spec the description, with the signature's element type
 * @param info the signature's entry
 * @param layout of the tensor
 */
public record Port(TensorSpec spec, TensorInfo info, TensorLayout layout) {

	/**
	 * @param spec the description
	 * @param info the signature's entry
	 * @param other description of the other end of the network: z, time or an index of length 1 that it lacks is no
	 *     axis of the image
	 * @return both together
	 * @throws ModelException if they contradict each other, or the tensor is neither an image nor a pixel
	 */
	public static Port of(final TensorSpec spec, final TensorInfo info, final TensorSpec other) throws ModelException {
		if (info.shape().isPresent()) {
			final List<Long> shape = info.shape().get();
			if (shape.size() != spec.axes().size())
				throw new ModelException("Tensor '" + info.name() + "' is " + info.label() + ", but is described with "
						+ spec.axes().size() + " axes '" + spec.letters() + "'");
			for (int i = 0; i < shape.size(); i++)
				if (shape.get(i) >= 0
						&& spec.axes().get(i).size() instanceof AxisSize.Fixed fixed
						&& fixed.length() != shape.get(i)
						&& spec.axes().get(i).type() != AxisType.BATCH)
					throw new ModelException("Tensor '" + info.name() + "' is " + info.label() + ", but its axis "
							+ spec.axes().get(i).id() + " is described with length " + fixed.length());
		}
		final TensorSpec typed = new TensorSpec(
				spec.id(), spec.description(), info.type(), spec.axes(), spec.processing(), spec.testTensor());
		return new Port(typed, info, TensorLayout.of(typed, single(typed, other)));
	}

	private static Set<AxisType> single(final TensorSpec spec, final TensorSpec other) {
		final Set<AxisType> single = EnumSet.noneOf(AxisType.class);
		for (final AxisType axis : List.of(AxisType.Z, AxisType.TIME, AxisType.INDEX))
			if (other.indexOf(axis) < 0
					&& spec.axis(axis)
							.filter(a -> a.size().equals(new AxisSize.Fixed(1)))
							.isPresent()) single.add(axis);
		return single;
	}

	/**
	 * @param stride of the network along the tiled axes
	 * @return which lengths the tiled axes may have, from the description and from the signature
	 */
	public TileLengths lengths(final int[] stride) {
		final List<AxisType> axes = layout.tiledAxes();
		final int[] min = new int[axes.size()];
		final int[] step = new int[axes.size()];
		for (int d = 0; d < min.length; d++) {
			final int i = spec.indexOf(axes.get(d));
			final long signed = info.shape().map(s -> s.get(i)).orElse(-1L);
			final AxisSize size = spec.axes().get(i).size();
			if (signed > 0) min[d] = (int) Math.min(Integer.MAX_VALUE, signed);
			else if (size instanceof AxisSize.Fixed fixed) min[d] = fixed.length();
			else if (size instanceof AxisSize.Steps steps && (steps.min() > 1 || steps.step() > 1)) {
				min[d] = steps.min();
				step[d] = Math.max(1, steps.step());
			} else {
				min[d] = stride[d];
				step[d] = stride[d];
			}
		}
		return TileLengths.onGrid(min, step, stride);
	}
}
