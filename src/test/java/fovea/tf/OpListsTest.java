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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.OpDef;

/**
 * What the jar says of TensorFlow's ops is what TensorFlow itself says. After a change of TensorFlow or of the list of
 * allowed ops the two lists that are made by machine are written anew by {@code mvn test -Dtest=OpListsTest
 * -Dfovea.write=true}.
 */
class OpListsTest {

	private static final Path LISTS = Path.of("src/main/resources/fovea/model/audit");

	/** Beside what computes only this is run: it reads the variables. */
	private static final String RESTORE = "RestoreV2";

	private static List<OpDef> registered;
	private static Set<String> allowed;

	@BeforeAll
	static void read() throws Exception {
		TensorFlowLibrary.load();
		registered = TensorFlow.registeredOpList().getOpList().stream()
				.sorted(Comparator.comparing(OpDef::getName))
				.toList();
		allowed = names("allowed-ops.txt");
	}

	@Test
	void attributesAreTensorFlowsOwn() throws IOException {
		requireLines(
				"op-attributes.txt",
				"# Attributes of the ops that may be run, from TensorFlow's registry; made by OpListsTest.",
				registered.stream()
						.filter(op ->
								allowed.contains(op.getName()) || op.getName().equals(RESTORE))
						.map(OpListsTest::line)
						.toList());
	}

	@Test
	void statefulOpsAreTensorFlowsOwn() throws IOException {
		requireLines(
				"stateful-ops.txt",
				"# Ops that are not allowed, but that TensorFlow never computes unasked; made by OpListsTest.",
				registered.stream()
						.filter(OpDef::getIsStateful)
						.map(OpDef::getName)
						.filter(op -> !allowed.contains(op))
						.toList());
	}

	@Test
	void everyListedOpExists() throws IOException {
		final Set<String> known = registered.stream().map(OpDef::getName).collect(Collectors.toSet());
		final Set<String> unknown = new TreeSet<>(allowed);
		unknown.addAll(names("left-out-ops.txt"));
		unknown.removeAll(known);
		assertEquals(Set.of(), unknown);
	}

	/** They are what TensorFlow computes where nobody asked for it. */
	@Test
	void pureOpsThatTouchAnythingAreInNoList() throws IOException {
		final Set<String> listed = new TreeSet<>(allowed);
		listed.addAll(names("left-out-ops.txt"));
		assertEquals(
				Set.of(),
				listed.stream()
						.filter(op ->
								op.matches(".*(Dataset|Debug|File$|Files$|Proto|Variant|Optional|PyFunc|Function|Vocab|"
										+ "ImmutableConst|Tpu|TPU|Xla|Risc|SerializeSparse|SerializeTensor|"
										+ "SerializeMany|ParseTensor|Abort|Experimental).*"))
						.collect(Collectors.toSet()));
		assertTrue(registered.stream()
						.filter(op -> !op.getIsStateful() && !listed.contains(op.getName()))
						.count()
				> 400);
	}

	private static String line(final OpDef op) {
		return Stream.concat(
						Stream.of(op.getName()), op.getAttrList().stream().map(a -> a.getName() + ":" + a.getType()))
				.collect(Collectors.joining(" "));
	}

	private static Set<String> names(final String list) throws IOException {
		return Files.readAllLines(LISTS.resolve(list)).stream()
				.filter(line -> !line.startsWith("#"))
				.flatMap(line -> Stream.of(line.split(" ")))
				.filter(name -> !name.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void requireLines(final String list, final String comment, final List<String> lines)
			throws IOException {
		final List<String> all = new ArrayList<>(List.of(comment, "# TensorFlow " + TensorFlow.version()));
		all.addAll(lines);
		final Path file = LISTS.resolve(list);
		if (Boolean.getBoolean("fovea.write")) Files.write(file, all);
		assertEquals(all, Files.readAllLines(file), "see this class's comment for how to write " + list + " anew");
	}
}
