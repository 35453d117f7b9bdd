package org.elenchus.tools.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.measure.Job;
import org.elenchus.tools.cli.bench.measure.OutcomeKind;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.bench.peer.Subject;
import org.elenchus.tools.cli.bench.report.RepositoryResult;
import org.elenchus.tools.cli.bench.sample.Candidate;
import org.elenchus.tools.cli.bench.sample.Enumeration;

/** Measures one repository after another. */
final class RepositoryBench {
    private final Workplace workplace;
    private final ExecutionOptions.Plan plan;
    private final BenchOptions options;
    private final Ticker ticker;

    RepositoryBench(Workplace workplace, ExecutionOptions.Plan plan, BenchOptions options, Ticker ticker) {
        this.workplace = workplace;
        this.plan = plan;
        this.options = options;
        this.ticker = ticker;
    }

    RepositoryResult measure(RepositoryCoordinate coordinate) throws Fault, InterruptedException {
        ticker.begin("preparing");
        PreparedRepository repository = workplace.prepared(coordinate);
        ticker.begin("enumerating");
        Enumeration enumeration = Enumeration.of(repository, options.purpose());
        // Measured candidates come first: how many others warm up does not change them.
        List<Candidate> drawn = enumeration.sample(plan.candidates() + plan.warmUp(), options.seed());
        if (drawn.isEmpty()) {
            throw Fault.failure(coordinate + " offers no edit that a trusted test reaches; name another repository");
        }
        List<Candidate> sample = drawn.subList(0, Math.min(plan.candidates(), drawn.size()));
        List<Candidate> others = sample.size() < drawn.size() ? drawn.subList(sample.size(), drawn.size()) : drawn;
        try {
            PeerBench peers = new PeerBench(
                    workplace, plan, new Subject(repository, workplace.settings()), options.seed(), ticker);
            List<RepositoryResult.AtSlots> measured = new ArrayList<>();
            for (int slots : plan.slots()) {
                measured.add(atSlots(repository.summary().snapshot(), slots, sample, others, peers));
            }
            List<Job> killed = killed(sample, measured.getFirst());
            return new RepositoryResult(
                    repository.summary(),
                    enumeration.offers().size(),
                    enumeration.secondsPerEdit(),
                    measured,
                    peers.coldBuild(killed),
                    peers.bareLimit(killed),
                    peers.notes());
        } catch (SandboxFault e) {
            throw Fault.failure(coordinate + ": " + e.getMessage());
        }
    }

    private RepositoryResult.AtSlots atSlots(
            Digest snapshot, int slots, List<Candidate> sample, List<Candidate> others, PeerBench peers)
            throws SandboxFault, InterruptedException {
        String with = slots == 1 ? ", 1 slot:" : ", " + slots + " slots:";
        Pass covering;
        Pass every;
        Pass failToPass;
        try (SlotSet set = workplace.slots(slots)) {
            List<Job> warmUp = Job.covering(repeated(others, plan.warmUp() * slots));
            Pass.run(set, snapshot, warmUp, ticker.of("warming up" + with, warmUp.size()));
            List<Job> jobs = Job.covering(sample);
            covering = Pass.run(set, snapshot, jobs, ticker.of("covering" + with, jobs.size()));
            List<Job> failing = Job.everyFailToPass(jobs, covering.outcomes());
            every = Pass.run(set, snapshot, failing, ticker.of("every FAIL_TO_PASS" + with, failing.size()));
            failToPass =
                    Pass.run(set, snapshot, Job.failToPass(failing), ticker.of("FAIL_TO_PASS" + with, failing.size()));
        }
        // Only now, when no worker of ours is left: the two would share the cores.
        return new RepositoryResult.AtSlots(slots, covering, every, failToPass, peers.pit(slots));
    }

    /** FAIL_TO_PASS jobs that end by themselves, as others have no fuel to stop them by. */
    private static List<Job> killed(List<Candidate> sample, RepositoryResult.AtSlots at) {
        List<Job> failing = Job.failToPass(
                Job.everyFailToPass(Job.covering(sample), at.covering().outcomes()));
        return IntStream.range(0, failing.size())
                .filter(i -> OutcomeKind.of(at.failToPass().outcomes().get(i)) == OutcomeKind.KILLED)
                .mapToObj(failing::get)
                .toList();
    }

    private static <T> List<T> repeated(List<T> values, int count) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(values.get(i % values.size()));
        }
        return all;
    }
}
