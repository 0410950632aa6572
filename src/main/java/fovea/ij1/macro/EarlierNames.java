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
package fovea.ij1.macro;

import ij.CommandListener;
import ij.Executer;
import java.util.Map;

/**
 * What commands were called before: macros of that time go on. In ImageJ2 a listener hears of each command that ImageJ
 * is about to run, and gives it the present name, so that no menu, search or list has a command twice; the recorder
 * writes the present name. Plain ImageJ runs nothing of a plugin before its first command, so that there the earlier
 * names are entries of a menu of their own, at its end. Thread-safe.
 */
public final class EarlierNames {

	private static final Map<String, String> NOW = Map.of(
			"FCN Segment...", "Segment (FCN)...",
			"CAE Denoise...", "Denoise (CAE)...",
			"CAE Reconstruct...", "Reconstruct (CAE)...",
			"CAE Latent Space...", "Latent Space (CAE)...",
			"Train CAE...", "Train Denoising (CAE)...",
			"Train FCN...", "Train Segmentation (FCN)...");

	private EarlierNames() {}

	/** @return present names by earlier ones, as in the menu */
	public static Map<String, String> all() {
		return NOW;
	}

	/**
	 * @param command of ImageJ
	 * @return its present name; the same, if it is none of Fovea's earlier ones
	 */
	public static String now(final String command) {
		return command == null ? null : NOW.getOrDefault(command, command);
	}

	/** @return what makes ImageJ understand earlier names, until it is closed */
	public static AutoCloseable understand() {
		final CommandListener listener = EarlierNames::now;
		Executer.addCommandListener(listener);
		return () -> Executer.removeCommandListener(listener);
	}
}
