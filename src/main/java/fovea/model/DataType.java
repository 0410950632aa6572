package fovea.model;

import java.util.Locale;

/** Element types of tensors, named as numpy and the bioimage.io description name them. */
public enum DataType {
	FLOAT16, BFLOAT16, FLOAT32, FLOAT64, UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64, BOOL, STRING,
	/** Any other type: complex, quantised, resource, variant. */
	OTHER;

	/** @return true for the signed and unsigned integers */
	public boolean isInteger() {
		return switch (this) {
			case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> true;
			default -> false;
		};
	}

	/** @return the numpy name, for example "float32" */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param label a numpy name
	 * @return its type, OTHER if unknown
	 */
	public static DataType ofLabel(final String label) {
		for (final DataType type : values())
			if (type.label().equalsIgnoreCase(label)) return type;
		return OTHER;
	}
}
