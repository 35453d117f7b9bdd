package org.elenchus.tools.mining.intake;

/**
 * Caps on what one archive or source folder may bring in.
 *
 * @param files entries, folders included
 * @param fileBytes size of one file
 * @param totalBytes size of all files
 * @param ratio unpacked size over archive size, watched once {@code ratioFrom} bytes are unpacked
 */
public record IntakeLimits(int files, long fileBytes, long totalBytes, int ratio, long ratioFrom) {
    /** Far above any library seen (the largest: some 3,000 files and 60 MB), far below what fills a disk. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(30_000, 64L << 20, 512L << 20, 100, 16L << 20);
}
