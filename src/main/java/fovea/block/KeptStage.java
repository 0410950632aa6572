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
package fovea.block;

import fovea.base.FoveaException;

/** A stage whose tasks leave a file each in the workplace. */
abstract class KeptStage implements Stage {

	private final Workplace work;
	private final String name;
	private final String label;
	private final int tasks;
	private final byte[] digest;

	/**
	 * @param work where files are left
	 * @param name of the stage there
	 * @param label for a user
	 * @param tasks how many there are
	 * @param digest of all that the files are made of
	 */
	KeptStage(final Workplace work, final String name, final String label, final int tasks, final byte[] digest) {
		this.work = work;
		this.name = name;
		this.label = label;
		this.tasks = tasks;
		this.digest = digest;
	}

	@Override
	public final String label() {
		return label;
	}

	@Override
	public final int tasks() {
		return tasks;
	}

	@Override
	public boolean isDone(final int task) throws FoveaException {
		return work.isDone(name, task, digest);
	}

	/** @return of all that the files are made of */
	final byte[] digest() {
		return digest;
	}

	/** Leaves a task's file. */
	final void keep(final int task, final Workplace.Content content) throws FoveaException {
		work.write(name, task, digest, content);
	}

	/** @return what a task that is done has left, to be closed */
	final Workplace.Result kept(final int task) throws FoveaException {
		return work.result(name, task);
	}
}
