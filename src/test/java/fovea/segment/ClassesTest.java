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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.model.ClassSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassesTest {

	private static final List<ClassSpec> TISSUE =
			List.of(new ClassSpec("void", 0), new ClassSpec("nucleus", 0xff0000), new ClassSpec("membrane", 0x00ff00));

	@Test
	void theModelsOwnNamesComeFirst() {
		assertEquals(TISSUE, new Classes(TISSUE, List.of("a", "b", "c")).ofCount(3));
	}

	@Test
	void namesOfAnotherNumberAreNotUsed() {
		assertEquals(List.of("background", "object"), names(new Classes(TISSUE, List.of("a", "b", "c")).ofCount(2)));
	}

	@Test
	void channelNamesComeNext() {
		assertEquals(
				List.of("bg", "cell", "edge"), names(new Classes(List.of(), List.of("bg", "cell", "edge")).ofCount(3)));
		assertEquals(List.of("background", "cell"), names(new Classes(List.of(), List.of("cell")).ofCount(2)));
	}

	@Test
	void channelNamesThatSayNothingAreNotUsed() {
		for (final String name : List.of("channel0", "Channel 1", "0", "c_1", ""))
			assertEquals(List.of("background", "object"), names(new Classes(List.of(), List.of(name)).ofCount(2)));
	}

	@Test
	void manyClassesHaveNumbersAndColors() {
		final List<ClassSpec> classes = new Classes(List.of(), List.of()).ofCount(256);
		assertEquals("class 255", classes.get(255).name());
		assertEquals(8, classes.stream().map(ClassSpec::rgb).distinct().count()); // seven colors and black
		assertEquals(0, classes.get(0).rgb());
	}

	@Test
	void aMapOfClassesMayLackTheLastOnes() {
		assertEquals(TISSUE, new Classes(TISSUE, List.of()).ofClassMap(1));
		assertEquals(TISSUE, new Classes(TISSUE, List.of()).ofClassMap(2));
		assertEquals(
				List.of("background", "class 1", "class 2", "class 3"),
				names(new Classes(TISSUE, List.of()).ofClassMap(3)));
	}

	private static List<String> names(final List<ClassSpec> classes) {
		return classes.stream().map(ClassSpec::name).toList();
	}
}
