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
package fovea.memory;

/** What a user does who needs more Java memory, which is another thing in each host. */
public enum Remedy {
	/** The command {@code fovea}. */
	COMMAND_LINE {
		@Override
		String toHave(final String megabytes) {
			return "start with FOVEA_JAVA_OPTS=-Xmx" + megabytes + "m";
		}

		@Override
		String toHaveMore() {
			return "start with a larger -Xmx, for example FOVEA_JAVA_OPTS=-Xmx8g";
		}
	},
	/** ImageJ and Fiji. */
	IMAGEJ {
		@Override
		String toHave(final String megabytes) {
			return "set " + megabytes
					+ " MB in Edit > Options > Memory & Threads... and restart (without a window: java -Xmx" + megabytes
					+ "m)";
		}

		@Override
		String toHaveMore() {
			return "set more in Edit > Options > Memory & Threads... and restart (without a window: java -Xmx8g)";
		}
	};

	/** System property that the command line sets for its own process. */
	public static final String HOST = "fovea.host";

	/** Value of {@link #HOST}. */
	public static final String IS_COMMAND_LINE = "commandline";

	private static final long MEGA = 1 << 20;
	private static final long STEP = 10 * MEGA;

	/** @return that of this process */
	public static Remedy here() {
		return IS_COMMAND_LINE.equals(System.getProperty(HOST)) ? COMMAND_LINE : IMAGEJ;
	}

	/** @return how to have more, where nobody knows how much would do */
	public static String more() {
		return here().toHaveMore();
	}

	/** @return how to have so much */
	abstract String toHave(String megabytes);

	/** @return how to have more, nobody knows how much */
	abstract String toHaveMore();

	/** @return for a failure that nobody saw coming: "Not enough Java memory (250 MB); start with ..." */
	public static String ranOut() {
		return lack("");
	}

	/**
	 * The same for something that has a name.
	 *
	 * @param what there was no memory for, for example "the error of 'a.tif'"
	 * @return one line
	 */
	public static String ranOut(final String what) {
		return lack(" for " + what);
	}

	private static String lack(final String purpose) {
		return "Not enough Java memory" + purpose + " ("
				+ megabytes(Runtime.getRuntime().maxMemory()) + " MB); " + more();
	}

	/**
	 * @param max bytes that Java is to have
	 * @return for example "start with FOVEA_JAVA_OPTS=-Xmx420m"
	 */
	String toHave(final long max) {
		return toHave(Long.toString((max + STEP - 1) / STEP * (STEP / MEGA)));
	}

	/** @return rounded up */
	static long megabytes(final long bytes) {
		return (bytes + MEGA - 1) / MEGA;
	}
}
