package org.elenchus.tools.cli.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A program of others that is run to its end, or killed with all it started at its time limit or when this thread is interrupted. */
final class Program {
    private static final int KEPT_LINES = 4;
    private static final int LONGEST_LINE = 200;

    private Program() {}

    /** @param lastLines of what it said on either stream @param overdue whether it was killed at the limit */
    record Ended(int status, boolean overdue, String lastLines) {}

    /** @param listener hears each line it says, at once */
    static Ended run(ProcessBuilder builder, Duration limit, Consumer<String> listener)
            throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        Thread killer = new Thread(() -> kill(process), "kill-peer");
        Runtime.getRuntime().addShutdownHook(killer);
        AtomicBoolean overdue = new AtomicBoolean();
        Timer timer = new Timer("peer-deadline", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        overdue.set(true);
                        kill(process);
                    }
                },
                limit.toMillis());
        try {
            String last = listen(process, listener);
            return new Ended(process.waitFor(), overdue.get(), last);
        } catch (IOException e) {
            // Killing a process closes its streams.
            if (overdue.get()) {
                return new Ended(process.waitFor(), true, "");
            }
            throw e;
        } finally {
            timer.cancel();
            kill(process);
            process.waitFor();
            forget(killer);
        }
    }

    private static String listen(Process process, Consumer<String> listener) throws IOException {
        Deque<String> kept = new ArrayDeque<>();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                listener.accept(line);
                keep(kept, line.strip());
            }
        }
        return String.join(" / ", kept);
    }

    /** Frames of a stack say less than the line above them. */
    private static void keep(Deque<String> kept, String line) {
        if (line.isEmpty() || line.startsWith("at ")) {
            return;
        }
        kept.addLast(line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…");
        if (kept.size() > KEPT_LINES) {
            kept.removeFirst();
        }
    }

    private static void kill(Process process) {
        // Descendants first: they are no longer known once their parent is gone.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // This JVM is ending; the hook has done its work.
        }
    }
}
