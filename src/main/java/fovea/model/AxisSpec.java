package fovea.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * One axis of a tensor.
 *
 * @param type what it means
 * @param id its name within the tensor, for example "x"
 * @param size how long it may be
 * @param halo elements at either end of an output axis that are not to be trusted; empty where
 *            the description says nothing
 * @param channelNames names along a channel axis, empty for other axes or if unnamed
 */
public record AxisSpec(AxisType type, String id, AxisSize size, OptionalInt halo, List<String> channelNames) {

	/** Copies the list. */
	public AxisSpec {
		channelNames = List.copyOf(channelNames);
	}

	/**
	 * @param type what it means; its letter becomes the id
	 * @param size how long it may be
	 * @return an axis without halo and channel names
	 */
	public static AxisSpec of(final AxisType type, final AxisSize size) {
		return new AxisSpec(type, String.valueOf(type.letter()), size, OptionalInt.empty(), List.of());
	}
}
