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
package fovea.cli;

import fovea.engine.Engine;
import fovea.engine.EngineKind;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.Predictor;
import fovea.infer.ProgressListener;
import fovea.model.library.ModelLibrary;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;

/** Opens a model, runs it and closes it, again and again, in a worker; prints the memory of both processes in kB. */
public final class ModelCycles {

	private ModelCycles() {}

	/** @param moments numbers of cycles after which memory is told, rising */
	public static void main(final String... moments) throws Exception {
		int cycle = 0;
		try (Engine engine = Engine.of(EngineKind.WORKER)) {
			for (final String moment : List.of(moments)) {
				for (; cycle < Integer.parseInt(moment); cycle++)
					try (LoadedModel model = LoadedModel.open(
							new ModelLibrary().open("smooth-denoise"), engine.loader(), ModelOptions.DEFAULT)) {
						new Predictor(model, PredictionOptions.DEFAULT)
								.predict(
										new Image(
												"zeros", ArrayImgs.floats(64, 64, 1, 1, 1), Calibration.PIXELS, false),
										ProgressListener.NONE);
					}
				System.out.println(
						BatchMemoryTest.resident(ProcessHandle.current().pid()) + " "
								+ BatchMemoryTest.resident(ProcessHandle.current()
										.children()
										.findFirst()
										.orElseThrow()
										.pid()));
			}
		}
	}
}
