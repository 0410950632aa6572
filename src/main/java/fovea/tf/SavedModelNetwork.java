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
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkMemoryException;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.AllocationRecord;
import org.tensorflow.proto.AllocatorMemoryUsed;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;

/**
 * A signature of a SavedModel in a TensorFlow session of this JVM. Calls share a lock that closing takes alone, since
 * TensorFlow reads freed memory, without an error, where a session is closed under a run. What TensorFlow computes
 * within them goes one after the other. A thread that is interrupted in a run need not wait for its end, which nothing
 * can bring about.
 */
final class SavedModelNetwork implements Network {

	private static final RunOptions TRACE = RunOptions.newBuilder()
			.setTraceLevel(RunOptions.TraceLevel.FULL_TRACE)
			.build();

	private final SavedModelFile file;
	private final Signature signature;
	private final SavedModelBundle bundle;
	private final ReadWriteLock lock = new ReentrantReadWriteLock();
	private final Lock running = new ReentrantLock();
	private final InputTensors inputs;
	private final Abandonable abandonable = new Abandonable();
	private final AtomicBoolean closed = new AtomicBoolean();

	/** @param bundle is closed together with this */
	SavedModelNetwork(final SavedModelFile file, final Signature signature, final SavedModelBundle bundle) {
		this.file = file;
		this.signature = signature;
		this.bundle = bundle;
		this.inputs = new InputTensors(signature.inputs().get(0).type());
	}

	@Override
	public Signature signature() {
		return signature;
	}

	@Override
	public FloatTensor run(final String input, final FloatTensor tensor, final String output, final float[] reuse)
			throws InferenceException, ModelException {
		final TensorInfo to = signature.output(output);
		return fetch(
				input,
				tensor,
				output,
				Session.Runner::run,
				result -> TensorValues.fromTensor(result.get(0), to.type(), reuse));
	}

	@Override
	public long peakBytes(final String input, final FloatTensor tensor, final String output)
			throws InferenceException, ModelException {
		return fetch(
				input,
				tensor,
				output,
				runner -> runner.setOptions(TRACE).runAndFetchMetadata(),
				result -> result.getMetadata().map(SavedModelNetwork::peak).orElse(-1L));
	}

	private interface Way {

		Result run(Session.Runner runner);
	}

	private interface Reader<T> {

		T read(Result result);
	}

	/** In another thread: this one may be interrupted, TensorFlow may not. */
	private <T> T fetch(
			final String input, final FloatTensor tensor, final String output, final Way way, final Reader<T> reader)
			throws InferenceException, ModelException {
		if (closed.get()) throw closed();
		return abandonable.<T, InferenceException, ModelException>run(
				() -> fetchHere(input, tensor, output, way, reader));
	}

	private static InferenceException closed() {
		return new InferenceException("The network is closed");
	}

	private <T> T fetchHere(
			final String input, final FloatTensor tensor, final String output, final Way way, final Reader<T> reader)
			throws InferenceException, ModelException {
		final TensorInfo from = signature.input(input);
		final TensorInfo to = signature.output(output);
		from.requireShape(tensor.shape());
		if (signature.inputs().size() > 1)
			throw new ModelException("Signature '" + signature.name() + "' takes "
					+ signature.inputs().size() + " inputs, expected one");
		lock.readLock().lock();
		try {
			if (closed.get()) throw closed();
			return inputs.with(tensor, fed -> {
				final Session.Runner runner = bundle.session()
						.runner()
						.feed(file.inputTensor(signature, input), fed)
						.fetch(file.outputTensor(signature, to.name()));
				try (Result result = runAlone(runner, way)) {
					return reader.read(result);
				}
			});
		} catch (final TensorFlowException | IllegalArgumentException | UnsupportedOperationException exc) {
			throw Failures.ofModel(exc);
		} catch (final OutOfMemoryError exc) {
			throw new NetworkMemoryException("Java memory ran out for a tensor", exc);
		} finally {
			lock.readLock().unlock();
		}
	}

	/**
	 * TensorFlow 2.18's oneDNN kernels keep weights in an order of their own, and two runs at once race for it: wrong
	 * pixels, or the end of the process in CreateAndExecuteReorder. Copies to and from tensors still overlap.
	 */
	private Result runAlone(final Session.Runner runner, final Way way) {
		running.lock();
		try {
			return way.run(runner);
		} finally {
			running.unlock();
		}
	}

	/**
	 * Two accounts of the same thing, of which the larger holds: how much the allocator had given out when each node
	 * was done, which leaves out small tensors; and the allocations and frees of the nodes in order of time, which
	 * leave out what kernels take for themselves.
	 */
	private static long peak(final RunMetadata metadata) {
		long inUse = -1;
		final NavigableMap<Long, Long> changes = new TreeMap<>();
		for (final DeviceStepStats device : metadata.getStepStats().getDevStatsList())
			for (final NodeExecStats node : device.getNodeStatsList())
				for (final AllocatorMemoryUsed memory : node.getMemoryList()) {
					inUse = Math.max(inUse, memory.getAllocatorBytesInUse());
					for (final AllocationRecord record : memory.getAllocationRecordsList())
						changes.merge(record.getAllocMicros(), record.getAllocBytes(), Long::sum);
				}
		long allocated = 0;
		long most = inUse;
		for (final long change : changes.values()) {
			allocated += change;
			most = Math.max(most, allocated);
		}
		return most;
	}

	/** At once, or where a run goes on that nobody waits for any more, after that. */
	@Override
	public void close() {
		if (closed.getAndSet(true)) return;
		abandonable.close();
		if (lock.writeLock().tryLock()) {
			freeAndUnlock();
			return;
		}
		final Thread thread = new Thread(
				() -> {
					lock.writeLock().lock();
					freeAndUnlock();
				},
				"fovea-close");
		thread.setDaemon(true);
		thread.start();
	}

	private void freeAndUnlock() {
		try {
			inputs.close();
			bundle.close();
		} finally {
			lock.writeLock().unlock();
		}
	}
}
