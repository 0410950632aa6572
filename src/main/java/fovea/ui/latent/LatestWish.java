package fovea.ui.latent;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import fovea.FoveaException;

/**
 * Does in another thread what is wished for, one at a time; of what is wished meanwhile only the latest is done next, so that
 * nothing lags behind a mouse. All methods, and who gets the results, run in one thread, such as Swing's.
 *
 * @param <T> a wish
 * @param <R> what comes of it
 */
final class LatestWish<T, R> {

	private final Executor worker;
	private final Executor home;
	private final Work<T, R> work;
	private final Consumer<R> done;
	private final Consumer<String> failed;
	private Optional<T> next = Optional.empty();
	private boolean busy;

	/** What is done. */
	interface Work<T, R> {

		R of(T wish) throws FoveaException;
	}

	/**
	 * @param worker runs the work
	 * @param home runs what comes after it, in the thread of the methods
	 * @param work may be slow
	 * @param done gets what comes of it
	 * @param failed hears why nothing does, in one line
	 */
	LatestWish(final Executor worker, final Executor home, final Work<T, R> work, final Consumer<R> done,
		final Consumer<String> failed)
	{
		this.worker = worker;
		this.home = home;
		this.work = work;
		this.done = done;
		this.failed = failed;
	}

	/** @param wish to be done now, or as soon as what runs is done */
	void wish(final T wish) {
		if (busy) {
			next = Optional.of(wish);
			return;
		}
		busy = true;
		worker.execute(() -> {
			final Runnable outcome = run(wish);
			home.execute(() -> {
				busy = false;
				outcome.run();
				goOn();
			});
		});
	}

	/** What waits is not wished for any more; what runs is still delivered. */
	void forget() {
		next = Optional.empty();
	}

	private void goOn() {
		if (busy || next.isEmpty()) return;
		final T wish = next.get();
		next = Optional.empty();
		wish(wish);
	}

	private Runnable run(final T wish) {
		try {
			final R result = work.of(wish);
			return () -> done.accept(result);
		}
		catch (final FoveaException e) {
			return () -> failed.accept(e.getMessage());
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			return () -> failed.accept("unexpected " + e);
		}
	}
}
