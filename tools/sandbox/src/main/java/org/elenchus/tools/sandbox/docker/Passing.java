package org.elenchus.tools.sandbox.docker;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.elenchus.tools.sandbox.host.RunningWorker;

/** A worker whose container goes when it does. */
record Passing(RunningWorker worker, Runnable removal) implements RunningWorker {
    @Override
    public InputStream answers() {
        return worker.answers();
    }

    @Override
    public OutputStream orders() {
        return worker.orders();
    }

    @Override
    public boolean isAlive() {
        return worker.isAlive();
    }

    @Override
    public void kill() {
        worker.kill();
    }

    @Override
    public Optional<Ending> awaitEnd(Duration patience) throws InterruptedException {
        return worker.awaitEnd(patience);
    }

    @Override
    public String lastWords() {
        return worker.lastWords();
    }

    @Override
    public String name() {
        return worker.name();
    }

    @Override
    public void close() {
        worker.close();
        removal.run();
    }
}
