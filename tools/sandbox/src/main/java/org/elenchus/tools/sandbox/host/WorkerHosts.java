package org.elenchus.tools.sandbox.host;

/** A kind of place for workers. */
public interface WorkerHosts extends AutoCloseable {
    /** A place for one slot. Cheap: nothing is started yet. */
    WorkerHost open();

    /** What this kind of place was seen to enforce on this machine. */
    Enforcement enforcement();

    /** Frees what all slots share. */
    @Override
    void close();
}
