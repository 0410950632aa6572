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

import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.device.ProcessorFlags;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import fovea.train.config.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.GraphOperation;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.proto.ConfigProto;

/** Opens SavedModels with TensorFlow in this JVM. Immutable and thread-safe. */
public final class SavedModelLoader implements NetworkLoader {

	private final DeviceChoice device;

	/** On a GPU where TensorFlow sees one. */
	public SavedModelLoader() {
		this(DeviceChoice.AUTO);
	}

	private SavedModelLoader(final DeviceChoice device) {
		this.device = device;
	}

	@Override
	public SavedModelLoader on(final DeviceChoice choice) {
		return new SavedModelLoader(choice);
	}

	@Override
	public Device device() throws ModelException {
		return Devices.chosen(device);
	}

	@Override
	public List<Signature> signatures(final Path savedModel) throws ModelException {
		return SavedModelFile.read(savedModel).signatures();
	}

	@Override
	public Network open(final GraphSource source, final Signature signature) throws ModelException {
		for (final TensorInfo input : signature.inputs()) requireJavaType(source.label(), "takes", input);
		for (final TensorInfo output : signature.outputs()) requireJavaType(source.label(), "gives", output);
		final SavedModelFile file = SavedModelFile.read(source.folder());
		if (file.lacksVariables())
			throw new ModelException(
					source.label() + ": its folder variables/ with the weights is missing; copy the whole SavedModel");
		if (!file.signatures().contains(signature))
			throw new ModelException(source.label() + ": has no signature '" + signature.name() + "' as described");
		TensorFlowLibrary.load();
		if (device.needsGpu()) device();
		try {
			final Precision precision = source.fast()
							&& ProcessorFlags.here()
									.map(ProcessorFlags::hasBfloat16)
									.orElse(true)
					? Precision.MIXED_BFLOAT16
					: Precision.FLOAT32;
			final ConfigProto config = source.audited()
					? SessionSettings.audited(device, precision)
					: SessionSettings.config(device, precision);
			final SavedModelBundle bundle = SavedModelBundle.loader(
							source.folder().toString())
					.withTags(file.tags())
					.withConfigProto(config)
					.load();
			boolean sound = false;
			try {
				requireTensors(source.label(), file, signature, bundle);
				sound = true;
			} finally {
				if (!sound) bundle.close();
			}
			return new SavedModelNetwork(file, signature, bundle);
		}
		// TensorFlow's errors are of several families, and what its Java side makes of a strange graph of others still
		catch (final RuntimeException exc) {
			throw new ModelException(source.label() + ": TensorFlow cannot load it: " + Failures.line(exc), exc);
		} catch (final LinkageError exc) {
			throw Failures.unavailable(exc);
		}
	}

	/** A signature may name what is not in the graph, which would be an error of the program when it is run. */
	private static void requireTensors(
			final String label, final SavedModelFile file, final Signature signature, final SavedModelBundle bundle)
			throws ModelException {
		final List<String> names = Stream.concat(
						signature.inputs().stream().map(i -> file.inputTensor(signature, i.name())),
						signature.outputs().stream().map(o -> file.outputTensor(signature, o.name())))
				.toList();
		for (final String name : names) {
			final int colon = name.lastIndexOf(':');
			final GraphOperation operation = bundle.graph().operation(colon < 0 ? name : name.substring(0, colon));
			final String index = colon < 0 ? "0" : name.substring(colon + 1);
			if (operation == null || !index.matches("\\d{1,9}") || Integer.parseInt(index) >= operation.numOutputs())
				throw new ModelException(label + ": its signature '" + signature.name() + "' names the tensor '" + name
						+ "', which is not in its graph");
		}
	}

	/** TensorFlow Java has no class for some element types; without one not even a clean error comes. */
	private static void requireJavaType(final String label, final String verb, final TensorInfo tensor)
			throws ModelException {
		if (!TensorValues.isSupported(tensor.type()))
			throw new ModelException(label + ": '" + tensor.name() + "' " + verb + " " + tensor.label()
					+ ", which TensorFlow Java cannot handle; expected " + TensorValues.supported());
	}
}
