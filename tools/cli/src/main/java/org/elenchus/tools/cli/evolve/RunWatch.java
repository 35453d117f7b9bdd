package org.elenchus.tools.cli.evolve;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.DataFolderFault;
import org.elenchus.persistence.DataPaths;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.progress.ProgressView;
import org.elenchus.tools.cli.report.IterationTiming;
import org.elenchus.tools.cli.report.Timings;

/** Watches a run to its end, shows how it goes and notes how long each iteration takes. */
final class RunWatch {
    private static final long POLL_MILLIS = 300;
    private static final double SAVE_SECONDS = 2;

    private final Engine engine;
    private final ProgressView view;
    private final DataPaths paths;
    private final LongSupplier nanos;
    private Timings timings;
    private double unsaved;

    /** @param nanos a monotonic clock */
    RunWatch(Engine engine, ProgressView view, DataPaths paths, LongSupplier nanos) {
        this.engine = engine;
        this.view = view;
        this.paths = paths;
        this.nanos = nanos;
        this.timings = Timings.read(paths.timings());
    }

    /**
     * The status in which the run ended: finished or failed.
     *
     * @throws DataFolderFault when the disk has filled up or the folder is gone
     */
    Status untilEnd(RunSpec spec) throws Fault, DataFolderFault, InterruptedException, IOException {
        long since = nanos.getAsLong();
        Engine.Effort before = engine.effort();
        Status status = engine.start(spec);
        while (true) {
            view.show(status);
            Engine.Effort now = engine.effort();
            long at = nanos.getAsLong();
            charge(
                    status,
                    new IterationTiming(
                            (at - since) / 1e9,
                            now.executing() - before.executing(),
                            now.learning() - before.learning()));
            since = at;
            before = now;
            if (status.ended()) {
                timings.write(paths.timings());
                return status;
            }
            Thread.sleep(POLL_MILLIS);
            status = engine.status(spec.runId());
        }
    }

    /** Time goes to the iteration the run was seen in; what the poll blurs is a fraction of a second. */
    private void charge(Status status, IterationTiming spent) throws DataFolderFault, IOException {
        timings = timings.plus(status.runId(), status.iteration(), spent);
        unsaved += spent.seconds();
        if (unsaved >= SAVE_SECONDS) {
            DataFolder.check(paths.root());
            timings.write(paths.timings());
            unsaved = 0;
        }
    }
}
