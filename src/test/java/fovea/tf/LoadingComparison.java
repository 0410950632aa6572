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
package fovea.tf;

import com.google.protobuf.ByteString;
import com.sun.management.OperatingSystemMXBean;
import fovea.base.ModelException;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.model.Signature;
import fovea.model.audit.GraphAudit;
import fovea.model.audit.SavedModelCopy;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.scratch.ScratchFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Prints what it takes to open a model as it is, after a look through its graph, and as a copy of what was looked
 * through: the processor's time, which other programs change less than the clock's, turn by turn.
 * {@code scripts/compare-loading}.
 */
final class LoadingComparison {

	private static final int CONSTANT_BYTES = 256 << 20;
	private static final int WARMUP = 10;

	private final SavedModelLoader loader = new SavedModelLoader();

	private interface Way {

		Network open(Path model, Signature signature) throws ModelException;
	}

	public static void main(final String[] arguments) throws Exception {
		final LoadingComparison comparison = new LoadingComparison();
		for (final String name : new String[] {"nuclei", "denoise", "nuclei-cae"})
			try (ModelArchive archive = new ModelLibrary().open(name)) {
				comparison.compare(name, archive.savedModel(), 40);
			}
		comparison.compare(
				"Keras' export of a U-Net",
				Path.of("src/test/resources/fovea/models/keras3-export-unet-softmax3-stride4/savedmodel"),
				40);
		try (ScratchFolder made = ScratchFolder.in(ScratchFolder.place(), "fovea-comparison-")) {
			writeConstant(made.path());
			comparison.compare("frozen, a constant of 256 MB", made.path(), 6);
		}
	}

	private void compare(final String name, final Path model, final int turns) throws ModelException, IOException {
		final Signature signature = loader.signatures(model).get(0);
		final Way[] ways = {(folder, s) -> loader.open(GraphSource.whole(folder), s), this::lookedThrough, null};
		final double[] seconds = new double[3];
		for (int turn = -Math.min(WARMUP, turns); turn < turns; turn++)
			for (int way = 0; way < 3; way++) {
				final double before = processor();
				if (way < 2) ways[way].open(model, signature).close();
				else copied(model, signature);
				if (turn >= 0) seconds[way] += processor() - before;
			}
		System.out.printf(
				Locale.ROOT,
				"%s (%d kB): as it is %.1f ms, looked through %.1f ms, copied %.1f ms, ratio of the last two %.2f%n",
				name,
				Files.size(model.resolve("saved_model.pb")) / 1000,
				seconds[0] * 1e3 / turns,
				seconds[1] * 1e3 / turns,
				seconds[2] * 1e3 / turns,
				seconds[2] / seconds[1]);
	}

	private Network lookedThrough(final Path model, final Signature signature) throws ModelException {
		GraphAudit.read(model, "model").requireHarmless(signature.name());
		return loader.open(GraphSource.whole(model), signature);
	}

	private void copied(final Path model, final Signature signature) throws ModelException {
		try (SavedModelCopy copy = GraphAudit.read(model, "model").copy(signature.name());
				Network network = loader.open(new GraphSource(copy.folder(), "model", true), signature)) {
			network.signature();
		}
	}

	private static double processor() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}

	/** A frozen model, to whose result a large constant is needed. */
	private static void writeConstant(final Path to) throws IOException {
		final SavedModel.Builder small = SavedModel.parseFrom(Files.readAllBytes(
						Path.of("src/test/resources/fovea/models/tf1-frozen-radius3/savedmodel/saved_model.pb")))
				.toBuilder();
		final GraphDef.Builder graph = small.getMetaGraphsBuilder(0).getGraphDefBuilder();
		for (final NodeDef.Builder node : graph.getNodeBuilderList())
			if (node.getOp().equals("Conv2D")) node.addInput("^large");
		final TensorShapeProto shape = TensorShapeProto.newBuilder()
				.addDim(TensorShapeProto.Dim.newBuilder().setSize(CONSTANT_BYTES / 4))
				.build();
		graph.addNode(NodeDef.newBuilder()
				.setName("large")
				.setOp("Const")
				.putAttr(
						"dtype",
						AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
				.putAttr(
						"value",
						AttrValue.newBuilder()
								.setTensor(TensorProto.newBuilder()
										.setDtype(DataType.DT_FLOAT)
										.setTensorShape(shape)
										.setTensorContent(ByteString.copyFrom(new byte[CONSTANT_BYTES])))
								.build()));
		Files.write(to.resolve("saved_model.pb"), small.build().toByteArray());
	}
}
