package org.elenchus.tools.mining;

import org.elenchus.protocol.repository.RepositoryCoordinate;

/** Hears how a preparation goes on. Called from the preparing thread; must return quickly. */
public interface PreparationListener {
    /** Hears nothing. */
    PreparationListener SILENT = (coordinate, stage, done, total) -> {};

    /** @param done steps of this stage taken; @param total all of them: tests for the runs of the suite, otherwise 1 */
    void progress(RepositoryCoordinate coordinate, Stage stage, int done, int total);

    /** The stages, in order. A recalled repository goes straight to {@link #READY}. */
    enum Stage {
        FETCH,
        STAGE,
        BUILD,
        DISCOVER,
        SCREEN,
        MEASURE,
        CONFIRM,
        STORE,
        READY
    }
}
