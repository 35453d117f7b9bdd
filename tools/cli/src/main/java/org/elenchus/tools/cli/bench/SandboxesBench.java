package org.elenchus.tools.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.measure.Job;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.SandboxTimes;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.bench.sample.Enumeration;
import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.EngineFault;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** Executes the same blocks of candidates in every kind of sandbox there is, in turns. */
final class SandboxesBench implements AutoCloseable {
    private static final int STARTS = 9;

    private final Workplace workplace;
    private final BenchOptions options;
    private final Ticker ticker;
    private final List<WorkerHosts> kinds;

    private SandboxesBench(Workplace workplace, BenchOptions options, Ticker ticker, List<WorkerHosts> kinds) {
        this.workplace = workplace;
        this.options = options;
        this.ticker = ticker;
        this.kinds = kinds;
    }

    /** @param remarks where to say that there are no containers */
    static SandboxesBench open(Workplace workplace, BenchOptions options, Ticker ticker, PrintWriter remarks) {
        List<WorkerHosts> kinds = new ArrayList<>();
        kinds.add(ProcessHosts.plain(workplace.settings()));
        WorkerHosts strongest = ProcessHosts.strongest(workplace.settings());
        if (!strongest.enforcement().kind().equals(kinds.get(0).enforcement().kind())) {
            kinds.add(strongest);
        }
        try {
            kinds.add(
                    DockerHosts.connect(workplace.settings(), options.sandbox().docker()));
        } catch (EngineFault e) {
            remarks.println("no containers: " + e.getMessage());
        }
        return new SandboxesBench(workplace, options, ticker, kinds);
    }

    SandboxTimes measure(RepositoryCoordinate coordinate, int rounds, int block) throws Fault, InterruptedException {
        ticker.begin("preparing");
        PreparedRepository repository = workplace.prepared(coordinate);
        ticker.begin("enumerating");
        List<Job> jobs =
                Job.covering(Enumeration.of(repository, options.purpose()).sample(block, options.seed()));
        Digest snapshot = repository.summary().snapshot();
        SandboxTimes times = new SandboxTimes(coordinate.shortName(), rounds);
        List<SlotSet> slots = new ArrayList<>();
        try {
            for (WorkerHosts kind : kinds) {
                ticker.begin("starting: " + kind.enforcement().kind());
                for (int i = 0; i < STARTS; i++) {
                    times.start(kind.enforcement().kind(), start(kind, snapshot, jobs.get(0)));
                }
                slots.add(SlotSet.open(kind, workplace.settings(), 1));
            }
            // The first round warms the workers up and does not count.
            for (int round = 0; round <= rounds; round++) {
                ticker.begin("round " + round + "/" + rounds + (round == 0 ? ", to warm up" : ""));
                for (int i = 0; i < kinds.size(); i++) {
                    Pass pass = Pass.run(slots.get(i), snapshot, jobs, done -> {});
                    if (round > 0) {
                        times.block(
                                kinds.get(i).enforcement().kind(), pass.cost().wall() / jobs.size());
                    }
                }
            }
        } catch (SandboxFault e) {
            throw Fault.failure(coordinate + ": " + e.getMessage());
        } finally {
            slots.forEach(SlotSet::close);
        }
        return times;
    }

    /** Seconds from opening a slot to its first answer. */
    private double start(WorkerHosts kind, Digest snapshot, Job job) throws SandboxFault, InterruptedException {
        long begun = System.nanoTime();
        try (SlotSet slot = SlotSet.open(kind, workplace.settings(), 1)) {
            Pass.run(slot, snapshot, List.of(job), done -> {});
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    @Override
    public void close() {
        kinds.forEach(WorkerHosts::close);
    }
}
