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
package fovea.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.io.DataType;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.TensorSpec;
import fovea.model.Weights;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelReportTest {

	private static final Signature SERVE = new Signature(
			"serving_default",
			List.of(new TensorInfo("raw", DataType.FLOAT32, Optional.of(List.of(-1L, -1L, -1L, 1L)))),
			List.of(new TensorInfo("probability", DataType.FLOAT32, Optional.empty())));

	@Test
	void aDescribedModelIsShownWhole() {
		assertEquals("""
			Nuclei
			  Finds nuclei. Slowly.

			  format     bioimage.io 0.5.3
			  version    1.2
			  license    CC-BY-4.0
			  authors    A. Author, B. Author
			  cite       Paper, doi:10.1/2
			  weights    tf.zip
			  made with  TensorFlow 2.18

			Input 'raw', float32, axes byxc
			  A gray image.
			  b  1
			  y  16 or more, in steps of 4
			  x  32 or more
			  c  1                          gray
			  preprocessing  scale_linear x * 2 + 0
			                 clip 0 to 1

			Output 'probability', float32, axes yxc
			  y  that of raw.y x 0.5 - 8  halo 4
			  x  any
			  c  2                                background, nucleus
			  postprocessing  none

			Classes
			  0  background  #000000
			  1  nucleus     #ff0080

			Objects
			  minimum size  20 pixels                              (change with --min-size)
			  enlarged      where most are below 13 pixels across  (change with --scale)
			  shrunk        where most are above 50 pixels across  (change with --scale)

			Signatures of the SavedModel
			  serving_default
			    input   raw          float32[?, ?, ?, 1]
			    output  probability  float32 of unknown rank
			""", new ModelReport(described(), List.of(SERVE), Optional.empty()).text());
	}

	@Test
	void whatIsAssumedIsSaidWithTheOptionThatChangesIt() {
		final TensorSpec input = new TensorSpec(
				"raw",
				"",
				DataType.FLOAT32,
				List.of(
						AxisSpec.of(AxisType.BATCH, new AxisSize.Fixed(1)),
						AxisSpec.of(AxisType.Y, new AxisSize.Unknown())),
				Normalization.PERCENTILE.steps(),
				Optional.empty());
		final TensorSpec output =
				new TensorSpec("probability", "", DataType.FLOAT32, List.of(), List.of(), Optional.empty());
		final ModelSpec bare = new ModelSpec(
				"",
				"saved_model",
				"",
				"",
				"",
				List.of(),
				List.of(),
				List.of(input),
				List.of(output),
				Optional.empty(),
				List.of(),
				ObjectTraits.UNKNOWN);
		final String text = new ModelReport(bare, List.of(SERVE), Optional.of("serving_default")).text();
		assertTrue(text.endsWith("""
			Assumed, since the SavedModel does not say
			  signature      serving_default  (change with --signature)
			  output         probability      (change with --tensor)
			  axes           by               (change with --axes)
			  normalization  percentile       (change with --normalize)
			"""), text);
		assertFalse(
				text.contains("license") || text.contains("Classes"), "nothing is said of what is not known: " + text);
	}

	private static ModelSpec described() {
		final TensorSpec input = new TensorSpec(
				"raw",
				"A gray image.",
				DataType.FLOAT32,
				List.of(
						AxisSpec.of(AxisType.BATCH, new AxisSize.Fixed(1)),
						AxisSpec.of(AxisType.Y, new AxisSize.Steps(16, 4)),
						AxisSpec.of(AxisType.X, new AxisSize.Steps(32, 1)),
						new AxisSpec(
								AxisType.CHANNEL, "c", new AxisSize.Fixed(1), OptionalInt.empty(), List.of("gray"))),
				List.of(new Processing.ScaleLinear(List.of(2.0), List.of(0.0)), new Processing.Clip(0, 1)),
				Optional.empty());
		final TensorSpec output = new TensorSpec(
				"probability",
				"",
				DataType.FLOAT32,
				List.of(
						new AxisSpec(
								AxisType.Y,
								"y",
								new AxisSize.Reference("raw", "y", 0.5, -8),
								OptionalInt.of(4),
								List.of()),
						AxisSpec.of(AxisType.X, new AxisSize.Unknown()),
						new AxisSpec(
								AxisType.CHANNEL,
								"c",
								new AxisSize.Fixed(2),
								OptionalInt.empty(),
								List.of("background", "nucleus"))),
				List.of(),
				Optional.empty());
		return new ModelSpec(
				"0.5.3",
				"Nuclei",
				"Finds nuclei.\nSlowly.",
				"1.2",
				"CC-BY-4.0",
				List.of("A. Author", "B. Author"),
				List.of(new Citation("Paper", "10.1/2", "")),
				List.of(input),
				List.of(output),
				Optional.of(new Weights("tf.zip", "", "2.18")),
				List.of(new ClassSpec("background", 0), new ClassSpec("nucleus", 0xff0080)),
				new ObjectTraits(OptionalDouble.of(13), OptionalDouble.of(50), OptionalInt.of(20), 6));
	}
}
