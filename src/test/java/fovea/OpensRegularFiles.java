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
package fovea;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Files are opened by {@link fovea.io.InputFiles}; who opens one by another way has it looked at by that class before.
 */
final class OpensRegularFiles extends ArchCondition<JavaClass> {

	/** Ways to open a file for reading: methods of classes; constructors of all but the first three. */
	private static final Map<String, Set<String>> WAYS = Map.of(
			Files.class.getName(),
			Set.of(
					"newInputStream",
					"newByteChannel",
					"newBufferedReader",
					"readAllBytes",
					"readString",
					"readAllLines",
					"lines"),
			FileChannel.class.getName(),
			Set.of("open"),
			ImageIO.class.getName(),
			Set.of("read", "createImageInputStream"),
			FileInputStream.class.getName(),
			Set.of(),
			FileReader.class.getName(),
			Set.of(),
			RandomAccessFile.class.getName(),
			Set.of(),
			ZipFile.class.getName(),
			Set.of(),
			"io.jhdf.HdfFile",
			Set.of());

	OpensRegularFiles() {
		super("open files by fovea.io.InputFiles, or ask it before");
	}

	@Override
	public void check(final JavaClass owner, final ConditionEvents events) {
		final boolean asks = owner.getCodeUnitAccessesFromSelf().stream()
				.anyMatch(access -> access.getTargetOwner().getFullName().equals("fovea.io.InputFiles")
						&& access.getName().equals("requireRegular"));
		for (final JavaCodeUnitAccess<?> access : owner.getCodeUnitAccessesFromSelf())
			if (opens(access) && !asks) events.add(SimpleConditionEvent.violated(access, access.getDescription()));
	}

	private static boolean opens(final JavaCodeUnitAccess<?> access) {
		final Set<String> methods = WAYS.get(access.getTargetOwner().getFullName());
		if (methods == null) return false;
		final boolean isMade = access.getName().equals("<init>") && methods.isEmpty();
		final boolean isOpen = access.getTarget().getRawParameterTypes().stream()
				.anyMatch(type ->
						type.getFullName().matches("java\\.io\\.InputStream|java\\.nio\\.channels\\.FileChannel"));
		return (isMade || methods.contains(access.getName())) && !isOpen;
	}
}
