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
 * What a model from a stranger may do.
 *
 * <h2>Who attacks, and with what</h2>
 *
 * A SavedModel is a program. TensorFlow's own advice is to run models from strangers in a sandbox, since a graph can
 * read and write files, open connections and start code that somebody registered. A microscopist who downloads a model
 * expects none of that: a model takes an image and gives an image. The attacker of this package made the model's files,
 * all bytes of them, and nothing else: no account on this computer, no say in how Fovea is started, no file beside the
 * model's. What he wants is a file read or written, a connection, or the end of ImageJ.
 *
 * <h2>What TensorFlow does with a graph</h2>
 *
 * It would be enough to look at what is run, if TensorFlow ran only that. But between the file and the result it does
 * more, and each step below has been used against an audit that knew only the result's path:
 *
 * <ol>
 *   <li><b>It imports everything.</b> Every node and function of the file becomes part of the graph, whoever needs it.
 *       To tell the shape of a result it computes what that shape depends on, if all of it is constant and every op is
 *       one that it calls stateless ({@code core/common_runtime/eval_const_tensor.cc}). Reading a file, sending a
 *       tensor to a debugger and registering a dataset are stateless in its registry. So a {@code Reshape} that nobody
 *       runs is enough to have its input computed while the model is being loaded.
 *   <li><b>It folds constants.</b> Before the first run the same happens to all of the graph that is left, by two
 *       optimizers ({@code core/common_runtime/constant_folding.cc},
 *       {@code core/grappler/optimizers/constant_folding.cc}).
 *   <li><b>It puts one function in the place of another.</b> Functions whose attribute {@code api_implements} has the
 *       same value are taken for the same thing written twice, and the one for the device at hand
 *       ({@code api_preferred_device}) is called ({@code core/grappler/optimizers/implementation_selector.cc}). Keras'
 *       recurrent layers were made this way.
 *   <li><b>It restores variables</b> by an op of the graph, to which it hands the checkpoint's name; the graph may
 *       ignore it and read another ({@code cc/saved_model/loader.cc}). It runs an initializer that a signature or a
 *       collection names.
 *   <li><b>It obeys settings in the graph</b>: an attribute {@code config_proto} of a call can turn any optimizer on
 *       for the function that is called; a node names the machine that it is to run on.
 *   <li><b>It trusts numbers.</b> A tensor whose type or size is not what its node says, a stride beyond 32 bit, a
 *       convolution with the wrong rank end the process.
 * </ol>
 *
 * <h2>What is therefore done</h2>
 *
 * What is not known does not exist, and this is held twice.
 *
 * <p><b>First, the graph is looked through</b> ({@link fovea.model.audit.GraphAudit}), by a reader of our own that
 * takes nothing twice and passes over nothing that it judges: a value that is too long, too deep, doubled, or of
 * another kind than its op has refuses the model. An op is known if it is in one of three lists.
 * {@code allowed-ops.txt}, chosen by hand, has those that only compute; they alone may be run.
 * {@code stateful-ops.txt}, from TensorFlow's registry, has those that TensorFlow never computes unasked, such as
 * {@code SaveV2}, and {@code left-out-ops.txt} stateless ones that every exporter leaves behind, such as
 * {@code StringJoin}; both may stand where nothing is run. All others refuse the model wherever they stand, and their
 * node is named.
 *
 * <p><b>Second, TensorFlow never sees the model's file.</b> What the signature, the initializer and the reading of
 * variables need is written anew ({@link fovea.model.graph.GraphCopy}), field by field from what was read: nodes, the
 * functions that they call, the attributes that TensorFlow's registry has for the op ({@code op-attributes.txt}).
 * Unknown fields, notes, {@code api_*}, gradients, settings, devices, collections, assets, other signatures and other
 * graphs are not copied, because nothing copies them. What TensorFlow may fold, evaluate or replace is thus the same
 * set of ops that it may run; the implementation selector is off besides. The checkpoint is looked for beside the copy,
 * by the copy's name, where there is a link to the model's own {@code variables}; the one op that may read
 * ({@code RestoreV2}) must take that very name ({@code RestoreRule}).
 *
 * <p>If a list has a mistake, the copy limits what it costs to ops of that list; if the copy has one, the look through
 * still refuses what is known to be bad. Neither needs TensorFlow, and both are over before a session exists, in the
 * user's own process, for either engine.
 *
 * <h2>What is left</h2>
 *
 * <ul>
 *   <li><b>Time and memory.</b> A loop without an end, a result as large as the machine. Declared sizes are held to the
 *       memory there is ({@code DeclaredMemory}); a run can be cancelled, which ends the worker.
 *   <li><b>Errors in TensorFlow's kernels.</b> An op that only computes may crash, or worse. The worker process
 *       confines a crash; it is no sandbox against native code.
 *   <li><b>Somebody who can write to the model's folder</b> while it is loaded can exchange the numbers of variables
 *       and of large constants, which are taken from its files last, though not what the graph does.
 *   <li><b>Wrong results on purpose.</b>
 * </ul>
 *
 * A model that the user trusts is loaded as it is: none of the above is done.
 *
 * <p>This package must not know TensorFlow, nor what runs a model.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/blob/v2.18.0/SECURITY.md">Using TensorFlow Securely</a>
 * @see <a href="https://github.com/tensorflow/tensorflow/tree/v2.18.0/tensorflow">the sources that are named here, of
 *     version 2.18</a>
 */
package fovea.model.audit;
