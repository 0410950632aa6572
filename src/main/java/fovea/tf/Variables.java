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
import fovea.io.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Named arrays that live in a session of one graph, in the order they were added. They are variables by reference, not
 * resources, since TensorFlow Java exports no others; whatever changes them in a run must therefore come after
 * everything that reads them.
 */
final class Variables {

	/** 64 MB of float32. */
	private static final long VALUES_PER_RUN = 1L << 24;

	private record Entry(Variable<TFloat32> variable, Placeholder<TFloat32> value, Op assign, int[] shape) {}

	private final Ops tf;
	private final Map<String, Ops> scopes = new HashMap<>();
	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/** @param tf of the graph that the variables become part of */
	Variables(final Ops tf) {
		this.tf = tf;
	}

	/**
	 * Adds a variable, without a value until {@link #write}.
	 *
	 * @param key unique; becomes the variable's name in the graph, slashes included
	 * @param shape may be empty, for a single number
	 */
	void add(final String key, final List<Integer> shape) {
		final int slash = key.lastIndexOf('/');
		final Ops scope = slash < 0 ? tf : scope(key.substring(0, slash));
		final Shape lengths =
				Shape.of(shape.stream().mapToLong(Integer::longValue).toArray());
		final Variable<TFloat32> variable =
				scope.withName(key.substring(slash + 1)).variable(lengths, TFloat32.class);
		final Placeholder<TFloat32> value = scope.placeholder(TFloat32.class, Placeholder.shape(lengths));
		entries.put(
				key,
				new Entry(
						variable,
						value,
						scope.assign(variable, value),
						shape.stream().mapToInt(Integer::intValue).toArray()));
	}

	/** @return the keys, in order */
	Set<String> keys() {
		return entries.keySet();
	}

	/** @return the variable, to be read in the graph or changed */
	Operand<TFloat32> get(final String key) {
		return entry(key).variable();
	}

	/**
	 * @param values by key, as many as the variable has
	 * @param what they are, for messages
	 * @throws ModelException if some are missing or their number is wrong
	 */
	void require(final Map<String, float[]> values, final String what) throws ModelException {
		final List<String> missing = new ArrayList<>(entries.keySet());
		missing.removeIf(key -> values.get(key) != null);
		if (!missing.isEmpty())
			throw new ModelException(what + ": expected " + entries.size() + " arrays, got none for "
					+ String.join(", ", missing.subList(0, Math.min(3, missing.size())))
					+ (missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : ""));
		for (final Map.Entry<String, Entry> entry : entries.entrySet()) {
			final long expected = FloatTensor.size(entry.getValue().shape());
			final int got = values.get(entry.getKey()).length;
			if (got != expected)
				throw new ModelException(
						what + ": expected " + expected + " values for " + entry.getKey() + ", got " + got);
		}
	}

	/** @param values for all keys, as {@link #require} takes them */
	void write(final Session session, final Map<String, float[]> values) {
		for (final List<String> keys : runs()) {
			final Session.Runner run = session.runner();
			final List<Tensor> tensors = new ArrayList<>();
			try {
				for (final String key : keys) {
					final Entry entry = entry(key);
					final Tensor tensor = TensorValues.allocate(entry.shape(), DataType.FLOAT32);
					tensors.add(tensor);
					TensorValues.write(new FloatTensor(entry.shape(), values.get(key)), tensor, DataType.FLOAT32);
					run.feed(entry.value(), tensor).addTarget(entry.assign());
				}
				run.run().close();
			} finally {
				tensors.forEach(Tensor::close);
			}
		}
	}

	/** @return copies of all values by key, in order */
	Map<String, float[]> read(final Session session) {
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final List<String> keys : runs())
			try (Result result = fetch(session, keys)) {
				for (int i = 0; i < keys.size(); i++)
					values.put(
							keys.get(i),
							TensorValues.fromTensor(result.get(i), DataType.FLOAT32, new float[0])
									.data());
			}
		return values;
	}

	/** Copies all values to variables of the same keys in another graph, outside of the Java heap. */
	void copy(final Session from, final Variables target, final Session to) {
		for (final List<String> keys : runs())
			try (Result result = fetch(from, keys)) {
				final Session.Runner run = to.runner();
				for (int i = 0; i < keys.size(); i++) {
					final Entry other = target.entry(keys.get(i));
					run.feed(other.value(), result.get(i)).addTarget(other.assign());
				}
				run.run().close();
			}
	}

	private Result fetch(final Session session, final List<String> keys) {
		final Session.Runner run = session.runner();
		keys.forEach(key -> run.fetch(get(key)));
		return run.run();
	}

	/**
	 * TensorFlow prepares its graph anew for each set of tensors that is fed and fetched, which takes longer than
	 * moving a small array; so many go together, but large ones do not, lest all of them be in memory twice.
	 *
	 * @return all keys in order, those of each run
	 */
	private List<List<String>> runs() {
		final List<List<String>> runs = new ArrayList<>();
		long values = Long.MAX_VALUE;
		for (final Map.Entry<String, Entry> entry : entries.entrySet()) {
			final long size = FloatTensor.size(entry.getValue().shape());
			if (values > VALUES_PER_RUN - size) {
				runs.add(new ArrayList<>());
				values = 0;
			}
			runs.get(runs.size() - 1).add(entry.getKey());
			values += size;
		}
		return runs;
	}

	private Ops scope(final String path) {
		final Ops known = scopes.get(path);
		if (known != null) return known;
		final int slash = path.lastIndexOf('/');
		final Ops scope = (slash < 0 ? tf : scope(path.substring(0, slash))).withSubScope(path.substring(slash + 1));
		scopes.put(path, scope);
		return scope;
	}

	private Entry entry(final String key) {
		final Entry entry = entries.get(key);
		if (entry == null) throw new IllegalArgumentException("no variable " + key);
		return entry;
	}
}
