package fovea.infer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import fovea.FoveaException;
import fovea.tile.Tile;

/**
 * Goes through the tiles of each run, reports, lets the user cancel, and halves tiles where memory runs out.
 * Not thread-safe.
 */
final class TileQueue {

	private final Planner planner;
	private final ProgressListener listener;
	private long tooLarge = Long.MAX_VALUE;
	private int done;
	private int total;

	/** @param runs how often the tiles will be gone through */
	TileQueue(final Planner planner, final int runs, final ProgressListener listener) {
		this.planner = planner;
		this.listener = listener;
		this.total = runs * planner.plan().tiles().size();
	}

	/** Computes a tile. */
	interface Task {

		void run(Tile tile) throws FoveaException;
	}

	/**
	 * @param task done for every tile, or for both halves of it
	 * @throws NetworkMemoryException if memory does not suffice for the least tile either
	 * @throws CancelledException if the listener wants it
	 */
	void forEach(final Task task) throws FoveaException {
		final Deque<Tile> tiles = new ArrayDeque<>(planner.plan().tiles());
		while (!tiles.isEmpty()) {
			if (listener.isCancelled()) throw new CancelledException();
			final Tile tile = tiles.pop();
			final List<Tile> halves = tile.paddedSize() >= tooLarge ? tile.halve(planner.lengths()) : List.of();
			if (!halves.isEmpty()) push(tiles, halves);
			else try {
				task.run(tile);
				listener.tile(++done, total);
			}
			catch (final NetworkMemoryException exc) {
				retry(tile, tiles, exc);
			}
			catch (final OutOfMemoryError exc) {
				retry(tile, tiles, new NetworkMemoryException("Java memory ran out for a tile", exc));
			}
		}
	}

	private void retry(final Tile tile, final Deque<Tile> tiles, final NetworkMemoryException exc)
		throws NetworkMemoryException
	{
		final List<Tile> halves = tile.halve(planner.lengths());
		if (halves.isEmpty()) throw exc;
		if (tooLarge == Long.MAX_VALUE) listener.warn("Memory ran out for a tile; going on with smaller ones");
		tooLarge = tile.paddedSize();
		push(tiles, halves);
	}

	private void push(final Deque<Tile> tiles, final List<Tile> halves) {
		total++;
		tiles.push(halves.get(1));
		tiles.push(halves.get(0));
	}
}
