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
package fovea.engine;

import fovea.base.FoveaException;
import java.util.Locale;

/** Where TensorFlow runs. */
public enum EngineKind {
	/** In a second JVM, which may crash. */
	WORKER,
	/** In this JVM. */
	INPROCESS;

	/** System property by which a person chooses: {@code worker} or {@code inprocess}. */
	public static final String PROPERTY = "fovea.engine";

	/**
	 * @param otherwise where the property is not set
	 * @return what {@value #PROPERTY} says
	 * @throws FoveaException if that is no kind
	 */
	public static EngineKind chosen(final EngineKind otherwise) throws FoveaException {
		final String name = System.getProperty(PROPERTY, "").strip();
		return name.isEmpty() ? otherwise : of(name);
	}

	/**
	 * @param name {@code worker} or {@code inprocess}
	 * @return the kind
	 * @throws FoveaException if there is none of this name
	 */
	public static EngineKind of(final String name) throws FoveaException {
		for (final EngineKind kind : values()) if (kind.label().equalsIgnoreCase(name)) return kind;
		throw new FoveaException(PROPERTY + ": expected worker or inprocess, got '" + name + "'");
	}

	/** @return as people write it */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
