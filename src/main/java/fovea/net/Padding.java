package fovea.net;

/** What a sliding window sees beyond the border, as TensorFlow defines it. */
public enum Padding {
	/**
	 * Zeros at the border, so that stride 1 keeps the size: max(k - s, 0) of them in all where the length n is a
	 * multiple of the stride s, else max(k - n mod s, 0); the odd one at the bottom and right.
	 */
	SAME,
	/** Nothing: only windows that lie wholly inside. */
	VALID
}
