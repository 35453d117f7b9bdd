package org.elenchus.tools.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose a container is, written on the container itself and so as lasting as it.
 *
 * @param folder the owner's folder of snapshots
 * @param pid the owner's process
 * @param started when that process started, so that a later one of the same number is not taken for it; 0 where unknown
 */
record Owner(String folder, long pid, long started) {
    static final String MARK = "org.elenchus.sandbox";
    private static final String FOLDER = MARK + ".folder";
    private static final String PID = MARK + ".pid";
    private static final String STARTED = MARK + ".started";

    static Owner thisProgram(Path folder) {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(folder.toString(), self.pid(), started(self));
    }

    Map<String, String> labels() {
        return new TreeMap<>(
                Map.of(MARK, "worker", FOLDER, folder, PID, Long.toString(pid), STARTED, Long.toString(started)));
    }

    static Optional<Owner> of(Container container) {
        Map<String, String> labels = container.getLabels();
        if (labels == null || !labels.containsKey(FOLDER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Owner(
                    labels.getOrDefault(FOLDER, ""),
                    Long.parseLong(labels.getOrDefault(PID, "-1")),
                    Long.parseLong(labels.getOrDefault(STARTED, "0"))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the owner's process is gone. */
    boolean isGone() {
        return ProcessHandle.of(pid)
                .filter(process -> started(process) == started)
                .isEmpty();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
