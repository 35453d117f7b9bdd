package org.elenchus.tools.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Kills worker processes with all they have started, and removes their folders, at the latest when this JVM ends. */
final class ProcessTree {
    private static final Map<Process, Path> LIVE = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(ProcessTree::end), "kill-workers"));
    }

    private ProcessTree() {}

    /** @param home the folder that goes with the process */
    static void watch(Process process, Path home) {
        LIVE.put(process, home);
    }

    static void kill(Process process) {
        // Descendants first: they are no longer known once their parent is gone.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Kills a process and removes its folder. */
    static void end(Process process, Path home) {
        kill(process);
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        WorkerHomes.remove(home);
        LIVE.remove(process);
    }
}
