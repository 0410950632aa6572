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
 * What a user can ask for, said once: the tasks on images ({@link fovea.task.ImageTask}: {@link fovea.task.Segment},
 * {@link fovea.task.Denoise}, {@link fovea.task.Reconstruct}), and their options, each a {@link fovea.task.Option} with
 * its key in macros, its name on the command line, default, range, label, help, and how its text is read and written.
 *
 * <p>From here come the inputs of the SciJava commands and so the dialogs of Fiji and of plain ImageJ, <i>Batch
 * Folder...</i>, the options of the command line, the macro that results say they were made by, and the tables of
 * {@code docs/keys.md}. An option is added here, and used where it takes effect. Trainings are said in the same way, in
 * {@link fovea.task.train}.
 *
 * <p>This package must not know who asks: neither {@code ij}, nor picocli, nor {@code org.scijava}; nor does it compute
 * anything. What a task hands to the core are the core's own values ({@link fovea.infer.PredictionOptions},
 * {@link fovea.infer.ModelOptions}, {@link fovea.segment.SegmentOptions}), whose defaults it takes.
 */
package fovea.task;
