package org.elenchus.tools.cli.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time, user and system, in seconds. A process that ended and was waited for is counted by its parent, so the sum over this
 * process's children, living and dead, and all their descendants loses nothing that happened between two readings.
 *
 * @param own of this JVM
 * @param children of all processes below it; NaN where the system does not tell (no {@code /proc})
 */
public record ProcessorTime(double own, double children) {
    /** Linux reports in hundredths of a second on every architecture Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public static ProcessorTime now() {
        return new ProcessorTime(SYSTEM.getProcessCpuTime() / 1e9, children(ProcessHandle.current()));
    }

    public ProcessorTime minus(ProcessorTime earlier) {
        return new ProcessorTime(own - earlier.own, children - earlier.children);
    }

    private static double children(ProcessHandle parent) {
        Path stat = stat(parent);
        if (!Files.isReadable(stat)) {
            return Double.NaN;
        }
        double living =
                parent.descendants().mapToDouble(child -> read(stat(child), 0)).sum();
        return living + read(stat, 2);
    }

    private static Path stat(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "stat");
    }

    private static double read(Path stat, int from) {
        try {
            return ticks(Files.readString(stat, StandardCharsets.ISO_8859_1), from) / TICKS_PER_SECOND;
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
    }

    /** Sums user and system time (fields 14, 15) and that of dead children (16, 17). @param from 0 for all four, 2 for the latter two */
    static long ticks(String stat, int from) {
        // The command's name, in parentheses, may itself contain blanks and parentheses.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = 11 + from; i < 15; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }
}
