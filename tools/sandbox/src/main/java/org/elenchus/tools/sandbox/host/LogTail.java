package org.elenchus.tools.sandbox.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The last bytes of what a process printed. */
public final class LogTail {
    private static final int KEPT = 8 << 10;

    private final byte[] ring = new byte[KEPT];
    private long written;
    private @Nullable Thread drainer;

    /** Keeps the last of a stream, and drains it so that its writer never blocks on it. */
    public static LogTail drain(InputStream errors) {
        LogTail tail = new LogTail();
        Thread drainer = new Thread(() -> tail.readAll(errors), "worker-errors");
        drainer.setDaemon(true);
        tail.drainer = drainer;
        drainer.start();
        return tail;
    }

    private void readAll(InputStream errors) {
        byte[] buffer = new byte[4096];
        try (errors) {
            for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            // The process is gone; what was read stays.
        }
    }

    /** Takes more of it. */
    public synchronized void keep(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = buffer[i];
        }
    }

    /** What is kept once the drained stream has ended, or of what came in so long. */
    public String text(Duration patience) throws InterruptedException {
        if (drainer != null) {
            drainer.join(patience);
        }
        return text();
    }

    /** What is kept, oldest first. */
    public synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
