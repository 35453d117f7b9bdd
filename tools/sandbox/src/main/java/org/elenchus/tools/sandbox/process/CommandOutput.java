package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import org.elenchus.tools.sandbox.host.LogTail;

/** What a command prints: counted, the end of it kept, the rest forgotten. */
final class CommandOutput {
    private final long most;
    private final Runnable excess;
    private final LogTail tail = new LogTail();
    private long printed;

    private CommandOutput(long most, Runnable excess) {
        this.most = most;
        this.excess = excess;
    }

    /** Reads in a thread of its own until the end. @param excess told once, when more than {@code most} bytes were printed */
    static Reading read(InputStream in, long most, Runnable excess) {
        CommandOutput output = new CommandOutput(most, excess);
        Thread thread = new Thread(() -> output.drain(in), "command-output");
        thread.setDaemon(true);
        thread.start();
        return new Reading(output, thread);
    }

    record Reading(CommandOutput output, Thread thread) {
        /** Waits a little for the end. */
        String lastWords() throws InterruptedException {
            thread.join(2_000);
            return output.tail.text();
        }
    }

    private void drain(InputStream in) {
        byte[] buffer = new byte[8 << 10];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            // It is gone; what was read stays.
        }
    }

    private void keep(byte[] buffer, int count) {
        tail.keep(buffer, count);
        boolean exceeded;
        synchronized (this) {
            exceeded = printed <= most && printed + count > most;
            printed += count;
        }
        if (exceeded) {
            excess.run();
        }
    }

    synchronized boolean isExceeded() {
        return printed > most;
    }
}
