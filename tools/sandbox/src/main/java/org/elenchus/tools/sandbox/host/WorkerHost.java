package org.elenchus.tools.sandbox.host;

import java.io.IOException;

/** One slot's place to start workers in, one after another. */
public interface WorkerHost extends AutoCloseable {
    /** Starts a worker. @throws IOException saying why it could not be started */
    RunningWorker start(Purpose purpose) throws IOException;

    /** Frees what belongs to the slot. Workers are closed before. */
    @Override
    void close();
}
