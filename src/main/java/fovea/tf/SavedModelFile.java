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

import com.google.protobuf.CodedInputStream;
import fovea.base.ModelException;
import fovea.io.DataType;
import fovea.io.InputFiles;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.model.graph.NodeLocation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What saved_model.pb says, read without TensorFlow's native library.
 *
 * @param folder that holds saved_model.pb
 * @param graph the meta graph for serving
 */
record SavedModelFile(Path folder, MetaGraphDef graph) {

	private static final String SERVE = "serve";
	private static final String DEFAULT_SIGNATURE = "serving_default";

	/**
	 * @param folder that holds saved_model.pb
	 * @return its contents
	 * @throws ModelException if it cannot be read, or holds nothing that can be run
	 */
	static SavedModelFile read(final Path folder) throws ModelException {
		final Path file = folder.resolve("saved_model.pb");
		try (InputStream in = new BufferedInputStream(InputFiles.stream(file))) {
			final CodedInputStream coded = CodedInputStream.newInstance(in);
			coded.setSizeLimit(Integer.MAX_VALUE);
			final SavedModel model = SavedModel.parseFrom(coded);
			return new SavedModelFile(folder, serving(file, model.getMetaGraphsList()));
		} catch (final IOException exc) {
			throw new ModelException(file + ": not a readable TensorFlow SavedModel", exc);
		}
	}

	/** The graph tagged "serve" and nothing else, else one tagged so among others (TF 1: gpu), else the only one. */
	private static MetaGraphDef serving(final Path file, final List<MetaGraphDef> graphs) throws ModelException {
		return graphs.stream()
				.filter(g -> g.getMetaInfoDef().getTagsList().contains(SERVE))
				.min(Comparator.comparingInt(g -> g.getMetaInfoDef().getTagsCount()))
				.or(() -> graphs.size() == 1 ? Optional.of(graphs.get(0)) : Optional.empty())
				.orElseThrow(() -> new ModelException(file + ": holds no graph tagged '" + SERVE + "', only "
						+ graphs.stream()
								.map(g -> g.getMetaInfoDef().getTagsList().stream()
										.map(NodeLocation::printable)
										.toList())
								.toList()));
	}

	/** @return the tags under which the graph is loaded */
	String[] tags() {
		return graph.getMetaInfoDef().getTagsList().toArray(String[]::new);
	}

	/** @return signatures with dense inputs and outputs, serving_default first, then by name */
	List<Signature> signatures() {
		final List<Signature> signatures = new ArrayList<>();
		for (final Map.Entry<String, SignatureDef> entry :
				graph.getSignatureDefMap().entrySet()) {
			final List<TensorInfo> inputs = infos(entry.getValue().getInputsMap());
			final List<TensorInfo> outputs = infos(entry.getValue().getOutputsMap());
			if (!inputs.isEmpty() && !outputs.isEmpty()) signatures.add(new Signature(entry.getKey(), inputs, outputs));
		}
		signatures.sort(Comparator.comparing((Signature s) -> !s.name().equals(DEFAULT_SIGNATURE))
				.thenComparing(Signature::name));
		return signatures;
	}

	/** @return whether the graph has variables, but the folder that would hold their values is missing */
	boolean lacksVariables() {
		return !Files.isDirectory(folder.resolve("variables"))
				&& graph.getGraphDef().getNodeList().stream()
						.anyMatch(n ->
								n.getOp().startsWith("VarHandleOp") || n.getOp().startsWith("Variable"));
	}

	/**
	 * @param signature of {@link #signatures()}
	 * @param name of an input
	 * @return the graph's name of that tensor, such as "serving_default_x:0"
	 */
	String inputTensor(final Signature signature, final String name) {
		return graph.getSignatureDefOrThrow(signature.name())
				.getInputsOrThrow(name)
				.getName();
	}

	/**
	 * @param signature of {@link #signatures()}
	 * @param name of an output
	 * @return the graph's name of that tensor, such as "StatefulPartitionedCall:0"
	 */
	String outputTensor(final Signature signature, final String name) {
		return graph.getSignatureDefOrThrow(signature.name())
				.getOutputsOrThrow(name)
				.getName();
	}

	private static List<TensorInfo> infos(final Map<String, org.tensorflow.proto.TensorInfo> tensors) {
		return tensors.entrySet().stream()
				.filter(e -> !e.getValue().getName().isEmpty())
				.map(e -> new TensorInfo(
						e.getKey(),
						type(e.getValue().getDtype()),
						shape(e.getValue().getTensorShape())))
				.sorted(Comparator.comparing(TensorInfo::name))
				.toList();
	}

	private static Optional<List<Long>> shape(final TensorShapeProto shape) {
		if (shape.getUnknownRank()) return Optional.empty();
		return Optional.of(
				shape.getDimList().stream().map(TensorShapeProto.Dim::getSize).toList());
	}

	private static DataType type(final org.tensorflow.proto.DataType type) {
		return switch (type) {
			case DT_HALF -> DataType.FLOAT16;
			case DT_BFLOAT16 -> DataType.BFLOAT16;
			case DT_FLOAT -> DataType.FLOAT32;
			case DT_DOUBLE -> DataType.FLOAT64;
			case DT_UINT8 -> DataType.UINT8;
			case DT_INT8 -> DataType.INT8;
			case DT_UINT16 -> DataType.UINT16;
			case DT_INT16 -> DataType.INT16;
			case DT_UINT32 -> DataType.UINT32;
			case DT_INT32 -> DataType.INT32;
			case DT_UINT64 -> DataType.UINT64;
			case DT_INT64 -> DataType.INT64;
			case DT_BOOL -> DataType.BOOL;
			case DT_STRING -> DataType.STRING;
			default -> DataType.OTHER;
		};
	}
}
