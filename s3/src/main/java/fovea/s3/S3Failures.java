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
package fovea.s3;

import fovea.text.Printable;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Says in a few words why a request failed.
 *
 * @param bucket that was asked
 * @param server that was asked, for people
 * @param signed whether there are credentials
 */
record S3Failures(String bucket, String server, boolean signed) {

	private static final int DEEPEST = 10;

	/**
	 * @param failure of a request
	 * @param reading whether something was to be read
	 * @return why
	 */
	String reason(final SdkException failure, final boolean reading) {
		if (failure instanceof final S3Exception answer) return answered(answer, reading);
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnknownHostException) return "there is no server " + server;
			if (cause instanceof SocketTimeoutException) return server + " does not answer in time";
			if (cause instanceof ConnectException || cause instanceof NoRouteToHostException)
				return "the server " + server + " cannot be reached";
		}
		return line(failure);
	}

	private String answered(final S3Exception answer, final boolean reading) {
		final String code = answer.awsErrorDetails() == null
				? null
				: answer.awsErrorDetails().errorCode();
		if ("NoSuchBucket".equals(code)) return "there is no bucket '" + bucket + "' at " + server;
		final String status = answer.statusCode() + (code == null ? "" : ", " + Printable.name(code));
		return switch (answer.statusCode()) {
			case 301, 307 -> "the bucket is in another region (" + status + "): set AWS_REGION";
			case 401, 403 ->
				"access is denied (" + status + ")"
						+ (signed
								? ": the credentials are wrong, or may not do this"
								: ": no credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or "
										+ "AWS_PROFILE")
						+ (reading ? "; a bucket that may not be listed says so of what it does not have, too" : "");
			default -> server + " answers with status " + status;
		};
	}

	/** @return whether the thread was interrupted */
	static boolean isInterruption(final SdkException failure) {
		if (failure instanceof AbortedException) return true;
		int depth = 0;
		for (Throwable cause = failure.getCause(); cause != null && depth < DEEPEST; cause = cause.getCause(), depth++)
			if (cause instanceof InterruptedException
					|| cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException))
				return true;
		return false;
	}

	/** @return what Java says, on one line */
	static String line(final Throwable failure) {
		final String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
		return Printable.line(message);
	}
}
