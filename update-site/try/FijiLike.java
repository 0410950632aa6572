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
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.tensorflow.DataType;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;

/** A host like Fiji with a plugin that uses TensorFlow 1: Fovea's command through SciJava, TensorFlow 1 before and after. */
public final class FijiLike {

	/** @param args an image */
	public static void main(final String... args) throws Exception {
		System.out.println("TensorFlow " + TensorFlow.version() + ": 3 * 3 = " + square());
		final ImagePlus image = IJ.openImage(args[0]);
		try (Context context = new Context()) {
			final Module module = context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(
				"fovea.command.SegmentCommand"), true, Map.of("image", image, "model", "nuclei", "minsize", 20)).get();
			final String reason = ((Cancelable) module).getCancelReason();
			if (reason != null) throw new IllegalStateException(reason);
		}
		System.out.println("TensorFlow " + TensorFlow.version() + ": 3 * 3 = " + square());
		System.out.println("nuclei " + image.getOverlay().size());
		System.exit(0); // threads of SciJava go on
	}

	private static float square() {
		try (Graph graph = new Graph(); Tensor<?> three = Tensor.create(3f)) {
			graph.opBuilder("Const", "three").setAttr("dtype", DataType.FLOAT).setAttr("value", three).build();
			graph.opBuilder("Mul", "square").addInput(graph.operation("three").output(0)).addInput(graph.operation("three").output(0))
				.build();
			try (Session session = new Session(graph)) {
				final List<Tensor<?>> results = session.runner().fetch("square").run();
				return results.get(0).floatValue();
			}
		}
	}
}
