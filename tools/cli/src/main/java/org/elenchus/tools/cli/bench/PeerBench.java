package org.elenchus.tools.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.tools.cli.bench.measure.Job;
import org.elenchus.tools.cli.bench.measure.Pass;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.bench.peer.BareLimit;
import org.elenchus.tools.cli.bench.peer.ColdBuild;
import org.elenchus.tools.cli.bench.peer.PeerFault;
import org.elenchus.tools.cli.bench.peer.Pit;
import org.elenchus.tools.cli.bench.peer.PitRun;
import org.elenchus.tools.cli.bench.peer.Subject;
import org.elenchus.tools.cli.report.Figures;
import org.jspecify.annotations.Nullable;

/** Measures the others on one repository. One that cannot be measured becomes a note, and the rest stands. */
final class PeerBench {
    /** Candidates of the bare limit: enough for a mean, few enough that a rate is had in seconds. */
    private static final int BARE_CANDIDATES = 60;

    private final Workplace workplace;
    private final ExecutionOptions.Plan plan;
    private final Subject subject;
    private final long seed;
    private final Ticker ticker;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Pit pit;
    private boolean pitFailed;

    PeerBench(Workplace workplace, ExecutionOptions.Plan plan, Subject subject, long seed, Ticker ticker) {
        this.workplace = workplace;
        this.plan = plan;
        this.subject = subject;
        this.seed = seed;
        this.ticker = ticker;
    }

    private interface Measuring<T> {
        T measure() throws PeerFault, InterruptedException;
    }

    /** What could not be measured and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    Optional<PitRun> pit(int threads) throws InterruptedException {
        if (plan.pitLimit().isZero() || pitFailed) {
            return Optional.empty();
        }
        ticker.begin("PIT, " + threads + (threads == 1 ? " thread" : " threads") + ", "
                + Figures.duration(plan.pitLimit().toSeconds()) + " at most");
        Optional<PitRun> run = noted(() -> fetched().measure(threads, plan.pitLimit()));
        pitFailed = run.isEmpty();
        return run;
    }

    private Pit fetched() throws PeerFault {
        Pit fetched = pit;
        if (fetched == null) {
            fetched = Pit.of(subject, workplace.libraries(), plan.pitVersion(), plan.pitClasses(), seed);
            pit = fetched;
        }
        return fetched;
    }

    /** @param jobs all of which end by themselves */
    Optional<ColdBuild.Result> coldBuild(List<Job> jobs) throws InterruptedException {
        if (plan.cold() == 0 || jobs.isEmpty()) {
            return Optional.empty();
        }
        List<Job> few = jobs.subList(0, Math.min(plan.cold(), jobs.size()));
        ticker.begin("cold builds: " + few.size());
        return noted(() -> ColdBuild.measure(subject, few));
    }

    /** @param jobs all of which end by themselves */
    Optional<BareLimit.Result> bareLimit(List<Job> jobs) throws InterruptedException {
        if (!plan.bare() || jobs.isEmpty()) {
            return Optional.empty();
        }
        List<Job> few = jobs.subList(0, Math.min(BARE_CANDIDATES, jobs.size()));
        ticker.begin("bare limit: " + few.size());
        return noted(() -> BareLimit.measure(subject, few, this::sandboxed));
    }

    /** Once to warm up and once against the clock, as the bare limit does. */
    private Pass sandboxed(List<Job> jobs) throws PeerFault, InterruptedException {
        Digest snapshot = subject.repository().summary().snapshot();
        try (SlotSet slots = workplace.slots(1)) {
            Pass.run(slots, snapshot, jobs, ticker.of("the same, in a sandbox, warming up:", jobs.size()));
            return Pass.run(slots, snapshot, jobs, ticker.of("the same, in a sandbox:", jobs.size()));
        } catch (SandboxFault e) {
            throw new PeerFault(String.valueOf(e.getMessage()));
        }
    }

    private <T> Optional<T> noted(Measuring<T> measuring) throws InterruptedException {
        try {
            return Optional.of(measuring.measure());
        } catch (PeerFault e) {
            notes.add(String.valueOf(e.getMessage()));
            ticker.begin(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
