package org.elenchus.tools.sandbox.host;

/**
 * How much of the machine one worker may take.
 *
 * @param diskMegabytes its working folder, its folder of temporary files, and so its largest file
 * @param files entries in either folder
 * @param processes processes and threads
 * @param openFiles file descriptors of one process
 * @param nativeMegabytes memory beside the heap
 * @param processors processors' worth of time, where the sandbox can bound it
 */
public record Quota(int diskMegabytes, int files, int processes, int openFiles, int nativeMegabytes, int processors) {
    /** Room for a JVM and for tests that mean well. */
    public static final Quota USUAL = new Quota(128, 20_000, 512, 4096, 1536, 2);

    public Quota {
        if (diskMegabytes < 1
                || files < 100
                || processes < 64
                || openFiles < 64
                || nativeMegabytes < 512
                || processors < 1) {
            throw new IllegalArgumentException("a JVM needs more than this");
        }
    }

    public long diskBytes() {
        return (long) diskMegabytes << 20;
    }
}
