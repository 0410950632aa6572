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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

import com.google.protobuf.ByteString;

import fovea.infer.GraphSource;
import fovea.infer.Network;
import fovea.model.ModelArchive;
import fovea.model.ModelException;
import fovea.model.ModelLibrary;
import fovea.model.Signature;
import fovea.model.audit.GraphAudit;
import fovea.model.audit.SavedModelCopy;
import fovea.scratch.ScratchFolder;

/** Opening a model as it is, after a look through its graph, and as a copy of what was looked through. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class LoadingBenchmark {

	private static final int CONSTANT_BYTES = 256 << 20;

	/** A model inside, or a graph with a constant of 256 MB. */
	@Param({ "nuclei", "denoise", "constant" })
	public String model;

	private ModelArchive archive;
	private ScratchFolder made;
	private Path folder;
	private Signature signature;
	private final SavedModelLoader loader = new SavedModelLoader();

	/** Unpacks or makes the model. */
	@Setup(Level.Trial)
	public void setup() throws Exception {
		if (model.equals("constant")) {
			made = ScratchFolder.in(ScratchFolder.place(), "fovea-benchmark-");
			folder = made.path();
			writeConstant(folder);
		}
		else {
			archive = new ModelLibrary().open(model);
			folder = archive.savedModel();
		}
		signature = loader.signatures(folder).get(0);
	}

	/** A frozen model, to whose result a large constant is needed. */
	private static void writeConstant(final Path to) throws IOException {
		final SavedModel.Builder small = SavedModel.parseFrom(Files.readAllBytes(Path.of(
			"src/test/resources/fovea/models/tf1-frozen-radius3/savedmodel/saved_model.pb"))).toBuilder();
		final GraphDef.Builder graph = small.getMetaGraphsBuilder(0).getGraphDefBuilder();
		for (final NodeDef.Builder node : graph.getNodeBuilderList())
			if (node.getOp().equals("Conv2D")) node.addInput("^large");
		final TensorShapeProto shape = TensorShapeProto.newBuilder().addDim(TensorShapeProto.Dim.newBuilder().setSize(CONSTANT_BYTES / 4)).build();
		graph.addNode(NodeDef.newBuilder().setName("large").setOp("Const").putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT)
			.build()).putAttr("value", AttrValue.newBuilder().setTensor(TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(shape)
				.setTensorContent(ByteString.copyFrom(new byte[CONSTANT_BYTES]))).build()));
		Files.write(to.resolve("saved_model.pb"), small.build().toByteArray());
	}

	/** Removes the model. */
	@TearDown(Level.Trial)
	public void tearDown() {
		if (archive != null) archive.close();
		if (made != null) made.close();
	}

	/** As a model that is trusted. */
	@Benchmark
	public void asItIs() throws ModelException {
		try (Network network = loader.open(GraphSource.whole(folder), signature)) {
			network.signature();
		}
	}

	/** As it is, once it was looked through. */
	@Benchmark
	public void lookedThrough() throws ModelException {
		GraphAudit.read(folder, model).requireHarmless(signature.name());
		asItIs();
	}

	/** As a model that is not trusted. */
	@Benchmark
	public void copied() throws ModelException {
		try (SavedModelCopy copy = GraphAudit.read(folder, model).copy(signature.name());
				Network network = loader.open(new GraphSource(copy.folder(), model, true), signature))
		{
			network.signature();
		}
	}
}
