package fovea.ui.latent;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import fovea.FoveaException;
import fovea.latent.Encodings;
import fovea.train.Raster;

/**
 * What the explorer's window asks of the program it is in, where items come from and results go to. Called in Swing's thread, and
 * calls back in it. Items are named by their 0-based index among the encodings.
 */
public interface ExplorerHost extends AutoCloseable {

	/** @return whether items are parts of an image that is open, so that they can be selected, marked and named there */
	boolean hasImage();

	/** @param index of an item to be selected where it is; nothing happens if that is not open */
	void select(int index);

	/** @param selected hears of items that a person selects there, not of those that {@link #select} did */
	void listen(IntConsumer selected);

	/** @return what else is known of the items, by the name of a column: a value for each of them, empty if it has none */
	Map<String, List<String>> columns();

	/**
	 * @param indices of items to be put where ROIs are collected
	 * @throws FoveaException if they cannot be
	 */
	void collect(List<Integer> indices) throws FoveaException;

	/**
	 * @param indices of items
	 * @param label what they are said to be from now on, also where they are
	 */
	void label(List<Integer> indices, String label);

	/**
	 * @param title of a new stack
	 * @param images its slices
	 * @param labels of the slices
	 * @throws FoveaException if they do not make a stack
	 */
	void show(String title, List<Raster> images, List<String> labels) throws FoveaException;

	/** @param encodings to be shown as a table */
	void table(Encodings encodings);

	/** Listens no more. */
	@Override
	void close();
}
