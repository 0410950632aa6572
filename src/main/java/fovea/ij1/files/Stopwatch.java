package fovea.ij1.files;

/** Counts from its making on. */
final class Stopwatch {

	private final long start = System.nanoTime();

	double seconds() {
		return (System.nanoTime() - start) * 1e-9;
	}
}
