package org.elenchus.tools.sandbox.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** A worker that has been started, seen from its owner. Methods may be called from any thread; none but {@link #close} waits long. */
public interface RunningWorker extends AutoCloseable {
    /** What it says; ends when it ends. */
    InputStream answers();

    /** What it is told. */
    OutputStream orders();

    boolean isAlive();

    /** Kills it with everything it has started, and returns at once. Killing twice does no harm. */
    void kill();

    /** How it ended, if it does within this time. */
    Optional<Ending> awaitEnd(Duration patience) throws InterruptedException;

    /** The last it wrote to its error stream; empty when that is nothing. */
    String lastWords();

    /** What to call it in a log: a process id, a container's name. */
    String name();

    /** Kills it and frees all it held. */
    @Override
    void close();

    /**
     * How a worker ended.
     *
     * @param status its exit status, 128 + signal for a signal
     * @param outOfMemory whether its host stopped it for the memory it used
     */
    record Ending(int status, boolean outOfMemory) {}
}
