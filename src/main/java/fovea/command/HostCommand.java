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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.engine.EngineService;
import fovea.ij1.AsksInputs;
import fovea.ij1.Host;
import fovea.ij1.macro.MacroCall;
import fovea.ij1.macro.Recording;
import fovea.ij1.macro.TextInputs;
import fovea.io.FileNames;
import fovea.memory.Remedy;
import fovea.task.Option;
import fovea.task.Values;
import fovea.text.Printable;
import fovea.text.Wrapping;
import fovea.ui.form.LivePreview;
import ij.ImagePlus;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scijava.command.DynamicCommand;
import org.scijava.command.DynamicCommandInfo;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * A command that needs an engine. What differs between hosts is dealt with here: a failure is one line and stops a
 * macro, a macro never meets a dialog, results are visible to it without a window.
 *
 * <p>Whoever runs a command learns of its failure from {@link #isCanceled()} and {@link #getCancelReason()}, which is
 * empty if the user ended it. Run by SciJava on a thread of its own, the command also stops the macro that called it;
 * run directly ({@link #run()}), it leaves that to its caller. Scripts that want the outcome run
 * {@code moduleService.run(commandService.getCommand(...), true, ...).get()}: of a command that is a module itself, as
 * this one, {@code CommandService.run} returns null in place of a future.
 */
abstract class HostCommand extends DynamicCommand implements AsksInputs {

	/** Name of the method that hosts call before they ask for parameters. */
	static final String INITIALIZER = "prepare";

	@Parameter
	private ThreadService threads;

	@Parameter
	private LogService log;

	@Parameter
	private EngineService engines;

	private boolean isDescribed;

	/** What a recorder is to take for inputs, by name. */
	private final Map<String, Object> recorded = new HashMap<>();

	/** @return options that it asks for, after its own parameters; each an input under its key */
	List<Option<?>> options() {
		return List.of();
	}

	/**
	 * @param input by name
	 * @return values that a dialog proposes for it, beside which a person may give any other; none
	 */
	List<String> proposals(final String input) {
		return List.of();
	}

	/**
	 * @param input by name
	 * @return tells of a value of it, in one line, what that is; called on any thread
	 */
	Optional<UnaryOperator<String>> note(final String input) {
		return Optional.empty();
	}

	@Override
	public final Optional<Map<String, String>> ask(final TextInputs inputs) {
		return new CommandForm(this, inputs).ask();
	}

	/** Understands what a person has typed. */
	@FunctionalInterface
	interface Typed {

		/**
		 * @param values as typed, by name
		 * @return as macros write them
		 * @throws FoveaException if one may be one number or another
		 */
		Map<String, String> read(Map<String, String> values) throws FoveaException;
	}

	/**
	 * @param typed understands the answers
	 * @return shows in its dialog what it would do; empty: nothing does
	 */
	Optional<LivePreview.Maker> preview(final Typed typed) {
		return Optional.empty();
	}

	/**
	 * @param input by name
	 * @return whether a person is asked for it; no: the command decides on it itself
	 */
	boolean asksFor(final String input) {
		return true;
	}

	/** @return names of the inputs that come last in a dialog, in their order */
	List<String> last() {
		return List.of();
	}

	/** {@inheritDoc} With the options among its inputs from the first moment: scripts set them before it begins. */
	@Override
	public final DynamicCommandInfo getInfo() {
		final DynamicCommandInfo info = super.getInfo();
		if (!isDescribed) {
			isDescribed = true;
			for (final Option<?> option : options()) OptionInputs.add(option, this);
		}
		return info;
	}

	/**
	 * @param options that it asks for
	 * @return what they are
	 * @throws FoveaException if one means nothing
	 */
	final Values values(final List<Option<?>> options) throws FoveaException {
		return OptionInputs.values(options, this);
	}

	/**
	 * Called before anybody is asked for parameters.
	 *
	 * @throws FoveaException if it is certain that the command cannot be run, with the reason
	 */
	abstract void check() throws FoveaException;

	/**
	 * Does the work, with inputs that are in their ranges.
	 *
	 * @throws FoveaException if it cannot be done
	 */
	abstract void work() throws FoveaException;

	/** @return whether networks will be run, so that the engine may begin to get ready */
	boolean needsEngine() {
		return true;
	}

	/** @return what runs and trains networks */
	final EngineService engines() {
		return engines;
	}

	/** @return the host's log */
	final LogService log() {
		return log;
	}

	/** @param line for the host's log, perhaps with names of files and models in it */
	final void warn(final String line) {
		log.warn(Printable.line(line));
	}

	/** @return the thread that waits for this command's own one, or null if it is run directly */
	final Thread caller() {
		return threads.getParent(Thread.currentThread());
	}

	/**
	 * ImageJ2 makes nothing of an empty number in a macro, before the command hears of it; what the macro says is
	 * refused later.
	 */
	@Override
	public void setInput(final String name, final Object value) {
		final ModuleItem<?> item = getInfo().getInput(name);
		if (value != null || item == null || !item.getType().isPrimitive()) super.setInput(name, value);
	}

	/** Called by the host before it asks for parameters. */
	protected void prepare() {
		for (final String name : last()) {
			final ModuleItem<?> item = getInfo().getInput(name);
			getInfo().removeInput(item);
			getInfo().addInput(item);
		}
		try {
			final Optional<MacroCall> call = MacroCall.inImageJ2(this, caller());
			if (call.isPresent()) call.get().setImage(false);
			check();
			if (call.isPresent()) call.get().setInputs();
		} catch (final FoveaException e) {
			fail(e);
			return;
		}
		if (needsEngine()) engines.warmUp();
		if (!Host.isMacro()) return;
		// What a macro does not name has its default: no dialog, no value left from an earlier run.
		for (final ModuleItem<?> item : getInfo().inputs())
			if (item.getType() != ImagePlus.class) resolveInput(item.getName());
	}

	/** ImageJ2's recorder asks for inputs once the command has run. */
	@Override
	public Object getInput(final String name) {
		return recorded.containsKey(name) ? recorded.get(name) : super.getInput(name);
	}

	/** Run directly, whoever runs it records it, too. */
	private void guardRecorder() {
		if (caller() != null && Recording.isOn())
			Recording.guard(this, getInfo().getTitle(), recorded)
					.ifPresent(line -> Host.log(name() + ": not recorded: " + line));
	}

	@Override
	public final void run() {
		if (isCanceled()) return;
		try {
			runToItsEnd();
		} finally {
			guardRecorder();
			hideTexts();
		}
	}

	/** Outputs that are text are for scripts: ImageJ2 would open a window for each. */
	private void hideTexts() {
		for (final ModuleItem<?> item : getInfo().outputs())
			if (item.getType() == String.class) resolveOutput(item.getName());
	}

	private void runToItsEnd() {
		try {
			if (!Host.isMacro() && !Host.isHeadless()) new TextInputs(this).normalize();
			InputChecks.check(this);
			work();
		} catch (final CancelledException e) {
			log.debug(e);
			stop("", "cancelled");
		} catch (final FoveaException e) {
			log.debug(e);
			fail(e);
		} catch (final InvalidPathException e) {
			log.debug(e);
			fail(new FoveaException(FileNames.refusal(e), e));
		}
		// A host would print a stack trace and go on with the macro: this must be one line and stop it, too.
		catch (final OutOfMemoryError e) {
			log.debug(e);
			fail(new FoveaException(Remedy.ranOut(), e));
		} catch (final RuntimeException | LinkageError e) {
			log.debug(e);
			fail(new FoveaException("unexpected " + e, e));
		}
	}

	/** @return to be thrown */
	static ImageException noImage() {
		return new ImageException("no image is open, expected one to work on");
	}

	private void fail(final FoveaException e) {
		final String line = Printable.line(String.valueOf(e.getMessage()));
		stop(name() + ": " + line, line);
	}

	private void stop(final String reason, final String line) {
		// ImageJ2 shows it in a dialog; plain ImageJ does so elsewhere.
		cancel(caller() == null || Host.isHeadless() ? reason : Wrapping.forDialog(reason));
		new FailureReport(threads, log).stop(name(), reason, line);
	}

	/** @return as in the menu, without the dots */
	final String name() {
		return getInfo().getTitle().replace("...", "");
	}
}
