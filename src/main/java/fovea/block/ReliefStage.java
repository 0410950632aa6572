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
package fovea.block;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.infer.ProgressListener;
import java.io.IOException;
import java.util.Optional;

/** Finds how high the relief of each plane is, of which one number depends for all of its objects. */
final class ReliefStage extends KeptStage {

	private final BlockContext context;
	private final PlaneGrid grid;
	private final Windows windows;
	private final int runs;

	ReliefStage(final BlockContext context, final double scale, final byte[] digest) throws FoveaException {
		super(
				context.work(),
				BlockContext.name(Pass.Kind.RELIEF, scale),
				"sizes of objects",
				context.blocks().size(),
				digest);
		this.context = context;
		this.grid = context.blocks();
		final DecidedPixels pixels = new DecidedPixels(context, scale);
		this.windows = new Windows(context, pixels, scale, false);
		this.runs = pixels.runs();
	}

	@Override
	public void run(final int task, final ProgressListener listener) throws FoveaException {
		final float[] highest = new float[runs];
		for (int run = 0; run < runs; run++)
			highest[run] = windows.look(
					run,
					grid.place(task),
					Optional.of(0f),
					(part, seen) -> context.segmenter().highest(part, seen));
		keep(task, out -> {
			for (final float each : highest) out.writeFloat(each);
		});
	}

	/** @return of each plane, and of each run in it */
	float[][] highest() throws FoveaException {
		final float[][] highest = new float[grid.planes()][runs];
		for (int task = 0; task < grid.size(); task++)
			try (Workplace.Result result = kept(task)) {
				for (int run = 0; run < runs; run++)
					highest[grid.plane(task)][run] =
							Math.max(highest[grid.plane(task)][run], result.in().readFloat());
			} catch (final IOException e) {
				throw new ImageException("Cannot read the sizes of objects: " + e.getMessage(), e);
			}
		return highest;
	}
}
