package org.elenchus.tools.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Kills worker processes with all they have started, at the latest when this JVM ends. */
final class ProcessTree {
    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(ProcessTree::kill), "kill-workers"));
    }

    private ProcessTree() {}

    static void watch(Process process) {
        LIVE.add(process);
        process.onExit().thenAccept(LIVE::remove);
    }

    static void kill(Process process) {
        // Descendants first: they are no longer known once their parent is gone.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
