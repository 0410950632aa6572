package fovea.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** Says which version this is. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		final String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse(
			"(not packaged)");
		return new String[] { "Fovea " + version, "Java " + System.getProperty("java.version") };
	}
}
