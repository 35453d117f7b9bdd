package org.elenchus.tools.sandbox.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How worker processes are started and bounded.
 *
 * @param repositories the folder of prepared snapshots
 * @param java the executable to start workers with
 * @param workerClassPath jars and folders of the worker, ASM and JUnit
 * @param heapMegabytes most heap of one worker
 * @param limits how long requests may take
 * @param quota how much of the machine one worker may take beside its heap
 */
public record SandboxSettings(
        Path repositories, Path java, List<Path> workerClassPath, int heapMegabytes, TimeLimits limits, Quota quota) {
    public SandboxSettings {
        workerClassPath = List.copyOf(workerClassPath);
        if (heapMegabytes < 64) {
            throw new IllegalArgumentException("a worker needs at least 64 MB of heap, not " + heapMegabytes);
        }
    }

    /** The running JVM's executable and class path, 640 MB, the usual time limits. */
    public static SandboxSettings inside(Path repositories) {
        return new SandboxSettings(
                repositories.toAbsolutePath(),
                runningJava(),
                WorkerClassPath.ofThisJvm(),
                640,
                TimeLimits.USUAL,
                Quota.USUAL);
    }

    public SandboxSettings withLimits(TimeLimits other) {
        return new SandboxSettings(repositories, java, workerClassPath, heapMegabytes, other, quota);
    }

    public SandboxSettings withHeap(int megabytes) {
        return new SandboxSettings(repositories, java, workerClassPath, megabytes, limits, quota);
    }

    public SandboxSettings withQuota(Quota other) {
        return new SandboxSettings(repositories, java, workerClassPath, heapMegabytes, limits, other);
    }

    /** Writable memory of one process: the heap, and what a JVM and honest tests need beside it. */
    public long dataBytes() {
        return (long) (heapMegabytes + quota.nativeMegabytes()) << 20;
    }

    /** The JDK that {@link #java} belongs to. */
    public Path javaHome() {
        return java.toAbsolutePath().resolve("../..").normalize();
    }

    private static Path runningJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * The worker gives up by itself after this processor time: {@code base + perTest · tests} (an execution) or {@code build} (building and
     * discovery), however long that takes. The owner kills one that has not answered after many times as long, and {@code grace}: it hangs.
     */
    public record TimeLimits(Duration base, Duration perTest, Duration build, Duration grace) {
        public static final TimeLimits USUAL = new TimeLimits(
                Duration.ofSeconds(4), Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofSeconds(10));

        /** What a worker that gets this part of a processor still answers in. */
        private static final int LEAST_SHARE = 25;

        /** For a build, which may take minutes and is nobody's doing. */
        private static final int LEAST_SHARE_TO_BUILD = 4;

        public Duration wallOfExecution(int tests) {
            return base.plus(perTest.multipliedBy(tests))
                    .multipliedBy(LEAST_SHARE)
                    .plus(grace);
        }

        public Duration wallOfBuild() {
            return build.multipliedBy(LEAST_SHARE_TO_BUILD).plus(grace);
        }
    }
}
