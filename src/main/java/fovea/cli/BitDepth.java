package fovea.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The element type of a result. */
enum BitDepth {
	/** That of the image. */
	SAME,
	/** 32-bit float. */
	FLOAT;

	/** Reads "same" and "32". */
	static final class Converter implements ITypeConverter<BitDepth> {

		@Override
		public BitDepth convert(final String text) {
			return switch (text) {
				case "same" -> SAME;
				case "32" -> FLOAT;
				default -> throw new TypeConversionException("expected same or 32, got '" + text + "'");
			};
		}
	}
}
