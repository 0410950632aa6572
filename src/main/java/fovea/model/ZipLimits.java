package fovea.model;

/**
 * How far a zip may grow when it is unpacked; a model beyond this is taken for an attack or an
 * accident.
 *
 * @param totalBytes unpacked, all entries together
 * @param ratio unpacked bytes per byte of the zip
 * @param ratioFromBytes unpacked bytes from which on the ratio counts; small text packs very well
 * @param entries number of files and folders
 */
record ZipLimits(long totalBytes, int ratio, long ratioFromBytes, int entries) {

	/** 8 GiB, ratio 200 from 100 MB on, 100 000 entries: far above any network. */
	static final ZipLimits DEFAULT = new ZipLimits(8L << 30, 200, 100_000_000, 100_000);
}
