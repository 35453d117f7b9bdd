package org.elenchus.tools.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.host.Folders;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.elenchus.tools.worker.WorkerMain;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Order;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sandbox in a worker, started when first needed and replaced when lost. */
final class WorkerSandbox implements Sandbox {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerSandbox.class);
    private static final int MOST_LOSSES = 3;

    /** 128 + SIGKILL: sent by the system or a person, not by the candidate's own doing. */
    private static final int KILLED = 137;

    private static final Purpose EXECUTING = new Purpose.Executing();
    private static final Execution OUT_OF_MEMORY = new Execution.Crashed("the worker ran out of memory");
    private static final Execution GARBLED = new Execution.Crashed("what the worker answered was no answer");

    private final WorkerHost host;
    private final SandboxSettings settings;
    private final SharedOutcomes outcomes;
    private final ExecutionMeter meter;
    private volatile @Nullable WorkerSession worker;
    private volatile boolean closed;

    WorkerSandbox(WorkerHost host, SandboxSettings settings, SharedOutcomes outcomes, ExecutionMeter meter) {
        this.host = host;
        this.settings = settings;
        this.outcomes = outcomes;
        this.meter = meter;
    }

    /** Builds in a worker of its own: the one that executes may not change a snapshot, nor keep what it knew of it. */
    @Override
    public BuildReport build(Digest snapshot) throws SandboxFault {
        discard();
        SnapshotLayout layout = SnapshotLayout.of(settings.repositories(), snapshot);
        Answer answer;
        try {
            Folders.remove(layout.classes());
            Files.createDirectories(layout.classes());
            answer = longOrder(new Order.Build(layout.root().toString()), new Purpose.Building(layout.classes()));
        } catch (IOException e) {
            throw new SandboxFault("cannot make " + layout.classes() + ": " + e.getMessage(), e);
        } finally {
            discard();
        }
        return switch (answer) {
            case Answer.Built built -> new BuildReport(built.mainErrors(), built.omittedTests());
            case Answer other -> throw new SandboxFault("building ended unexpectedly: " + other);
        };
    }

    @Override
    public List<TestId> discover(Digest snapshot) throws SandboxFault {
        return switch (longOrder(new Order.Discover(root(snapshot)), EXECUTING)) {
            case Answer.Discovered found -> Translation.tests(found);
            case Answer other -> throw new SandboxFault("discovering tests ended unexpectedly: " + other);
        };
    }

    @Override
    public Execution execute(ExecutionRequest request) throws SandboxFault {
        return outcomes.of(request.key(), () -> executeAfresh(request));
    }

    @Override
    public Execution executeAgain(ExecutionRequest request) throws SandboxFault {
        Digest second = Digest.ofParts(List.of("second", request.key().hex()));
        return outcomes.of(second, () -> executeAfresh(request));
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
        long start = System.nanoTime();
        try {
            return settle(request);
        } finally {
            meter.executed(System.nanoTime() - start);
        }
    }

    private Execution settle(ExecutionRequest request) throws SandboxFault {
        boolean suspected = false;
        int losses = 0;
        while (true) {
            switch (attempt(request)) {
                case Attempt.Settled settled -> {
                    return settled.outcome();
                }
                case Attempt.Suspected suspect -> {
                    if (suspected) {
                        return suspect.outcome();
                    }
                    LOG.debug("trying again after {}", suspect.outcome());
                    suspected = true;
                }
                case Attempt.Lost lost -> {
                    meter.lost();
                    LOG.warn("a worker was lost: {}", lost.reason());
                    if (++losses >= MOST_LOSSES || closed) {
                        throw new SandboxFault("gave up after losing " + losses + " workers: " + lost.reason());
                    }
                }
            }
        }
    }

    private Attempt attempt(ExecutionRequest request) throws SandboxFault {
        Order.Execute order =
                Translation.order(request, SnapshotLayout.of(settings.repositories(), request.snapshot()));
        Duration limit = settings.limits().wallOfExecution(request.tests().size());
        try {
            return judge(request, give(order, EXECUTING, limit));
        } catch (IllegalArgumentException e) {
            discard();
            return new Attempt.Lost(String.valueOf(e.getMessage()));
        }
    }

    private Attempt judge(ExecutionRequest request, WorkerSession.Exchange exchange) {
        return switch (exchange) {
            case WorkerSession.Replied replied -> judge(request, replied.answer());
            case WorkerSession.Overdue overdue ->
                overdue.running() == null
                        ? new Attempt.Lost("it did not answer in time")
                        : new Attempt.Suspected(new Execution.TimedOut(TestId.parse(overdue.running())));
            case WorkerSession.Ended ended -> judge(ended);
            case WorkerSession.Garbled garbled ->
                garbled.running() == null ? new Attempt.Lost(garbled.reason()) : new Attempt.Suspected(GARBLED);
        };
    }

    private Attempt judge(ExecutionRequest request, Answer answer) {
        return switch (answer) {
            case Answer.Ran ran -> {
                meter.split(ran.compileNanos(), ran.loadNanos(), ran.testNanos());
                yield new Attempt.Settled(Translation.ran(request, ran));
            }
            case Answer.DidNotCompile refused -> {
                meter.split(refused.compileNanos(), 0, 0);
                yield new Attempt.Settled(new Execution.DidNotCompile(refused.errors()));
            }
            case Answer.TimedOut timedOut ->
                new Attempt.Suspected(new Execution.TimedOut(TestId.parse(timedOut.test())));
            case Answer.OutOfMemory o -> new Attempt.Suspected(OUT_OF_MEMORY);
            case Answer.Refused refused -> new Attempt.Lost(refused.reason());
            case Answer.Started s -> new Attempt.Lost("an answer out of turn");
            case Answer.Built b -> new Attempt.Lost("an answer to another order");
            case Answer.Discovered d -> new Attempt.Lost("an answer to another order");
        };
    }

    private static Attempt judge(WorkerSession.Ended ended) {
        int status = ended.ending().status();
        if (status == WorkerMain.OUT_OF_MEMORY || ended.ending().outOfMemory()) {
            return new Attempt.Suspected(OUT_OF_MEMORY);
        }
        if (status == KILLED || ended.running() == null) {
            return new Attempt.Lost("its process ended with status " + status + ended.lastWords());
        }
        return new Attempt.Suspected(new Execution.Crashed("the worker's process ended with status " + status));
    }

    /** An order that is the machine's own business: whatever stops it is a fault, after one retry. */
    private Answer longOrder(Order order, Purpose purpose) throws SandboxFault {
        String reason = "";
        for (int i = 0; i < 2; i++) {
            switch (give(order, purpose, settings.limits().wallOfBuild())) {
                case WorkerSession.Replied replied -> {
                    return replied.answer();
                }
                case WorkerSession.Overdue o -> reason = "it took too long";
                case WorkerSession.Ended ended ->
                    reason = "the worker ended with status " + ended.ending().status() + ended.lastWords();
                case WorkerSession.Garbled garbled -> reason = garbled.reason();
            }
        }
        throw new SandboxFault(order.getClass().getSimpleName() + " of " + order.root() + " failed: " + reason);
    }

    private WorkerSession.Exchange give(Order order, Purpose purpose, Duration limit) throws SandboxFault {
        WorkerSession.Exchange exchange = running(purpose).give(order, limit);
        if (!(exchange instanceof WorkerSession.Replied replied) || replied.retire()) {
            discard();
        }
        return exchange;
    }

    private WorkerSession running(Purpose purpose) throws SandboxFault {
        if (closed) {
            throw new SandboxFault("the sandbox is closed");
        }
        WorkerSession present = worker;
        if (present != null && present.isAlive()) {
            return present;
        }
        discard();
        try {
            WorkerSession started = WorkerSession.start(host, purpose);
            meter.started();
            worker = started;
            // Closing may have found no worker yet.
            if (closed) {
                discard();
                throw new SandboxFault("the sandbox is closed");
            }
            return started;
        } catch (IOException e) {
            throw new SandboxFault(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private void discard() {
        WorkerSession gone = worker;
        worker = null;
        if (gone != null) {
            gone.close();
        }
    }

    /** The worker now running, for tests that look at it or kill it. */
    Optional<RunningWorker> worker() {
        return Optional.ofNullable(worker).map(WorkerSession::worker);
    }

    private String root(Digest snapshot) {
        return SnapshotLayout.of(settings.repositories(), snapshot).root().toString();
    }

    /** May be called from another thread: a running request then ends with a fault. */
    @Override
    public void close() {
        closed = true;
        discard();
        host.close();
    }
}
