package fovea.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount of memory such as 2g, 1.5g, 512m or a number of bytes; k, m, g and t are powers of 1024. */
final class MemorySize implements ITypeConverter<Long> {

	private static final Pattern PATTERN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([kmgt]?)(?:i?b)?");
	private static final String UNITS = "kmgt";

	@Override
	public Long convert(final String text) {
		final Matcher matcher = PATTERN.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!matcher.matches()) throw new TypeConversionException("expected for example 2g or 512m, got '" + text + "'");
		final int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
		final double bytes = Double.parseDouble(matcher.group(1)) * Math.pow(1024, power);
		if (bytes < 1 || bytes >= Long.MAX_VALUE) throw new TypeConversionException(
			"expected more than nothing and less than 8 million terabytes, got '" + text + "'");
		return (long) bytes;
	}
}
