package org.elenchus.tools.cli.bench;

import java.io.IOException;
import java.util.List;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.measure.BusyProcesses;
import org.elenchus.tools.cli.bench.measure.Job;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.bench.measure.Stability;
import org.elenchus.tools.cli.bench.sample.Enumeration;

/** Executes a sample twice, each time in fresh sandboxes: as the machine is, and loaded. */
final class StabilityBench {
    private final Workplace workplace;
    private final BenchOptions options;
    private final Ticker ticker;
    private final int workers;
    private final int busy;

    StabilityBench(Workplace workplace, BenchOptions options, Ticker ticker, int workers, int busy) {
        this.workplace = workplace;
        this.options = options;
        this.ticker = ticker;
        this.workers = workers;
        this.busy = busy;
    }

    Stability compare(RepositoryCoordinate coordinate, int candidates) throws Fault, InterruptedException, IOException {
        ticker.begin("preparing");
        PreparedRepository repository = workplace.prepared(coordinate);
        ticker.begin("enumerating");
        List<Job> jobs =
                Job.covering(Enumeration.of(repository, options.purpose()).sample(candidates, options.seed()));
        Digest snapshot = repository.summary().snapshot();
        try {
            Pass first = pass(snapshot, jobs, "as the machine is:");
            try (BusyProcesses load = BusyProcesses.start(busy)) {
                Pass second = pass(snapshot, jobs, "beside " + busy + " busy processes:");
                if (load.alive() < busy) {
                    throw Fault.failure("a busy process ended early, so the machine was not loaded; run it again");
                }
                return Stability.of(coordinate.shortName(), jobs, first, second);
            }
        } catch (SandboxFault e) {
            throw Fault.failure(coordinate + ": " + e.getMessage());
        }
    }

    private Pass pass(Digest snapshot, List<Job> jobs, String name) throws SandboxFault, InterruptedException {
        try (SlotSet slots = workplace.slots(workers)) {
            return Pass.run(slots, snapshot, jobs, ticker.of(name, jobs.size()));
        }
    }
}
