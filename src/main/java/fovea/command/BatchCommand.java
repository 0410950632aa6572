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
package fovea.command;

import fovea.base.FoveaException;
import fovea.batch.BatchException;
import fovea.batch.BatchPlan;
import fovea.batch.BatchRun;
import fovea.batch.BatchSummary;
import fovea.batch.FolderScan;
import fovea.batch.ResultFolder;
import fovea.batch.Selection;
import fovea.batch.WorkKey;
import fovea.ij1.Host;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.OpenJob;
import fovea.infer.LoadedModel;
import fovea.model.library.ModelLibrary;
import fovea.task.Folders;
import fovea.task.ImageTask;
import fovea.task.Option;
import fovea.task.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.menu.MenuConstants;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Plugins &gt; Fovea &gt; Batch Folder...: a model over all images of a folder, results into another one. */
@Plugin(
		type = Command.class,
		menu = {
			@Menu(
					label = MenuConstants.PLUGINS_LABEL,
					weight = MenuConstants.PLUGINS_WEIGHT,
					mnemonic = MenuConstants.PLUGINS_MNEMONIC),
			@Menu(label = "Fovea"),
			@Menu(label = "Batch Folder...", weight = 4)
		},
		initializer = HostCommand.INITIALIZER,
		headless = true,
		description = "Segments, denoises or reconstructs all images of a folder")
public final class BatchCommand extends ModelCommand {

	@Override
	List<Option<?>> ownOptions() {
		return Folders.OPTIONS;
	}

	@Override
	boolean mayChoose() {
		return true;
	}

	@Override
	void check() {
		// Folders are named by who runs this.
	}

	@Override
	void work() throws FoveaException {
		final Values said = values(Folders.OPTIONS);
		final Path input = folder(said, Folders.INPUT, "a folder of images");
		final Path out = folder(said, Folders.OUTPUT, "a folder for results");
		final ImageTask task = Folders.task(said);
		final FolderScan scan = FolderScan.of(List.of(input), selection(said), out);
		final MacroCall macro = MacroCall.of(task);
		final BatchView view = new BatchView(name(), scan.images().size(), this::isCanceled);
		scan.problems().forEach(view::tell);
		if (scan.images().isEmpty()) throw new BatchException(scan.problems().get(0));
		ResultFolder.make(out);
		try (OpenJob open =
				OpenJob.of(task, loader().device().label(), () -> model(said, task), () -> contenders(task))) {
			final BatchPlan plan =
					BatchPlan.of(scan.images(), out, open.job().outputs()).with(scan.unread());
			final BatchSummary summary = new BatchRun(open.job(), WorkKey.of(open.sha256(), macro.parameters()))
					.run(plan, said.get(Folders.RESUME), view)
					.withFailed(scan.problems().size());
			view.verdicts().ifPresent(view::tell);
			finish(summary, plan, said.get(Folders.TOLERANT));
		} finally {
			view.end();
		}
	}

	private LoadedModel model(final Values said, final ImageTask task) throws FoveaException {
		return Folders.namesModel(said) ? open(task, "") : open(new ModelLibrary().openInside(task.model()), task);
	}

	private static Path folder(final Values said, final Option<String> option, final String expected)
			throws FoveaException {
		if (said.get(option).isEmpty())
			throw new BatchException(option.key() + ": expected " + expected + ", got nothing");
		return InputChecks.path(option.key(), said.get(option));
	}

	private void finish(final BatchSummary summary, final BatchPlan plan, final boolean tolerant)
			throws FoveaException {
		final String line = summary.text() + "; see " + plan.journal();
		Host.log(name() + ": " + line);
		if (summary.end().isPresent()) throw summary.end().get();
		if (!summary.isWell() && !tolerant) throw new BatchException(line);
	}

	private static Selection selection(final Values said) throws FoveaException {
		final Optional<String> glob = Optional.of(said.get(Folders.PATTERN)).filter(text -> !text.isEmpty());
		try {
			return new Selection(said.get(Folders.RECURSIVE), glob);
		} catch (final IllegalArgumentException e) {
			throw new BatchException(Folders.PATTERN.key() + ": " + e.getMessage(), e);
		}
	}
}
