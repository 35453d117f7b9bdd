package org.elenchus.tools.mining.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.elenchus.tools.sandbox.host.LogTail;

/**
 * A started git. It is ended when the patience has passed, and what it says of errors is taken from it all the while: a repository can make it
 * say more than a pipe holds.
 */
final class GitCall implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int WORDS_SHOWN = 300;

    private final Process process;
    private final LogTail errors;
    private final CompletableFuture<Process> ended;

    GitCall(Process process, Duration patience) {
        this.process = process;
        this.errors = LogTail.drain(process.getErrorStream());
        this.ended = process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        ended.whenComplete((exited, late) -> {
            if (late != null) {
                // By its handle: whoever reads is to find an end, and no closed stream.
                process.toHandle().destroyForcibly();
            }
        });
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /** Ends when git does, or the patience. */
    InputStream output() {
        return process.getInputStream();
    }

    /** Waits for its end. @throws GitRefusal when it did not end well, or in time */
    void requireSuccess() throws GitRefusal, IOException {
        try {
            if (ended.get().exitValue() != 0) {
                throw new GitRefusal(lastWords());
            }
        } catch (ExecutionException e) {
            throw new GitRefusal("git takes too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** @throws GitRefusal when the patience has passed */
    void requireInTime() throws GitRefusal {
        if (ended.isCompletedExceptionally()) {
            throw new GitRefusal("git takes too long");
        }
    }

    private String lastWords() throws InterruptedException {
        String words = errors.text(LAST_WORDS).replaceAll("\\s+", " ");
        return words.substring(Math.max(0, words.length() - WORDS_SHOWN));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
