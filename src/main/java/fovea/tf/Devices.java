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
import fovea.device.GpuSetup;
import fovea.device.Natives;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/**
 * What a session can run on. TensorFlow Java has no public interface for this, so its C interface is asked: a session
 * of an empty graph says which devices it has. Stateless and thread-safe.
 */
final class Devices {

	private static final String GPU = "GPU";

	private Devices() {}

	/**
	 * A device of a session.
	 *
	 * @param type CPU, GPU, or others
	 * @param memory in bytes that TensorFlow may take of it; 0 or less where it does not tell
	 */
	record Found(String type, long memory) {

		boolean isGpu() {
			return type.equals(GPU);
		}
	}

	/**
	 * @param choice of a user
	 * @return what sessions of that choice run on
	 * @throws ModelException if only a GPU will do and there is none, with the reason; or TensorFlow cannot be loaded
	 */
	static Device chosen(final DeviceChoice choice) throws ModelException {
		if (choice.kind() == DeviceChoice.Kind.CPU) return Device.CPU;
		final boolean isThere;
		try {
			isThere = list(SessionSettings.config(choice)).stream().anyMatch(Found::isGpu);
		} catch (final RuntimeException exc) {
			if (!Failures.isOfTensorFlow(exc)) throw exc;
			throw new ModelException(refusal(choice) + Failures.line(exc), exc);
		}
		if (isThere) return Device.gpu(choice.gpu());
		if (choice.needsGpu()) throw new ModelException(refusal(choice) + whyNoGpu());
		return Device.CPU;
	}

	private static String refusal(final DeviceChoice choice) {
		return "device=" + choice.label() + ": TensorFlow sees no such GPU: ";
	}

	/** @return one line, why there is no GPU, found out by looking at files */
	static String whyNoGpu() {
		return GpuSetup.here(Natives.on(Devices.class.getClassLoader())).reason();
	}

	/**
	 * @param config of a session
	 * @return the devices that it has, in TensorFlow's order
	 * @throws ModelException if TensorFlow cannot be loaded
	 */
	@SuppressWarnings("try") // what is allocated in the scope is freed with it
	static List<Found> list(final ConfigProto config) throws ModelException {
		// Another thread may be loading it: whoever touches a class of its before waits for that thread, which waits
		// for the class.
		TensorFlowLibrary.load();
		try (PointerScope scope = new PointerScope()) {
			final TF_Status status = TF_Status.newStatus();
			final TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
			final BytePointer bytes = new BytePointer(config.toByteArray());
			tensorflow.TF_SetConfig(options, bytes, bytes.capacity(), status);
			status.throwExceptionIfNotOK();
			// Freed with the scope, the session first.
			final TF_Graph graph = TF_Graph.newGraph();
			final TF_Session session = TF_Session.newSession(graph, options, status);
			status.throwExceptionIfNotOK();
			return list(session, status);
		} catch (final LinkageError exc) {
			throw Failures.unavailable(exc);
		}
	}

	private static List<Found> list(final TF_Session session, final TF_Status status) {
		final TF_DeviceList devices = tensorflow.TF_SessionListDevices(session, status);
		try {
			status.throwExceptionIfNotOK();
			final List<Found> found = new ArrayList<>();
			for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++) {
				final String type =
						tensorflow.TF_DeviceListType(devices, i, status).getString();
				final long memory = tensorflow.TF_DeviceListMemoryBytes(devices, i, status);
				status.throwExceptionIfNotOK();
				found.add(new Found(type, memory));
			}
			return found;
		} finally {
			if (devices != null && !devices.isNull()) tensorflow.TF_DeleteDeviceList(devices);
		}
	}
}
