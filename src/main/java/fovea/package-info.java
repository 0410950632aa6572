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
/**
 * Fovea: convolutional networks for microscopy images in Fiji and ImageJ. This package is the door for programs:
 *
 * <pre>{@code
 * try (Fovea fovea = Fovea.start()) {
 *     Segmentation nuclei = fovea.model("nuclei").segment(image);
 * }
 * }</pre>
 *
 * <p>It is public API, together with {@code fovea.base} and {@code fovea.ij1.adapter}: from 0.1 on all three follow <a
 * href="https://semver.org">semantic versioning</a>. No other package is; those may change with any release. What
 * programs see are types of these packages, of Java and of ImgLib2; ImageJ's images in
 * {@link fovea.ij1.adapter.ImagePlusAdapter} and SciJava's services in {@link fovea.FoveaService} alone.
 *
 * <p>The package uses the packages below it, and none of them may use it. Options are immutable and begin with a
 * {@code DEFAULT}; whoever opens something closes it; methods that compute are thread-safe and throw a
 * {@link fovea.base.FoveaException}, whose message is one line for people.
 */
package fovea;
