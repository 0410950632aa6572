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
package fovea.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * Messages as lines. Only ASCII is written, whatever the two processes take for their encoding, and NaN and infinity
 * are texts, since JSON has no numbers for them. Thread-safe.
 */
public final class Wire {

	private static final ObjectMapper JSON = JsonMapper.builder()
			.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();

	private Wire() {}

	/**
	 * @param message a {@link RequestLine} or {@link ResponseLine}
	 * @return one line, without its end
	 */
	public static String line(final Object message) {
		try {
			return JSON.writeValueAsString(message);
		} catch (final JsonProcessingException e) {
			throw new IllegalArgumentException("no message: " + message, e);
		}
	}

	/**
	 * @param line what came
	 * @param type of message
	 * @return the message, empty if the line is none: native code may write to the same stream
	 */
	public static <T> Optional<T> read(final String line, final Class<T> type) {
		try {
			return line.startsWith("{") ? Optional.ofNullable(JSON.readValue(line, type)) : Optional.empty();
		} catch (final JsonProcessingException e) {
			return Optional.empty();
		}
	}
}
