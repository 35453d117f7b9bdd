package org.elenchus.tools.verifier;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.verifier.checkout.Helpers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sandbox whose every execution is one run of the declared command in a checkout of its own. */
final class CommandSandbox implements Sandbox {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSandbox.class);
    private static final int MOST_LOSSES = 3;
    private static final int WORDS_SHOWN = 600;

    /** Of what an outcome means; another version remembers apart. */
    private static final String MEANING = "command.v1";

    private final SuiteCommand suite;
    private final OutcomeMemo memo;
    private boolean closed;
    private @Nullable Thread working;

    CommandSandbox(SuiteCommand suite, OutcomeMemo memo) {
        this.suite = suite;
        this.memo = memo;
    }

    /** There is nothing to compile; but a suite that does not run is told of here, with the reason. */
    @Override
    public BuildReport build(Digest snapshot) throws SandboxFault {
        return switch (whole(snapshot)) {
            case Run.Reported reported -> new BuildReport(List.of(), List.of());
            case Run.Suspected suspected -> refused(suspected.reason(), suspected.lastWords());
            case Run.Settled settled -> refused(settled.reason(), settled.lastWords());
            case Run.Lost lost -> throw new SandboxFault(lost.reason());
        };
    }

    private static BuildReport refused(String reason, String lastWords) {
        String words = lastWords.substring(Math.max(0, lastWords.length() - WORDS_SHOWN));
        return new BuildReport(
                List.of(words.isEmpty() ? reason : reason + "; it printed: " + words.replaceAll("\\s+", " ")),
                List.of());
    }

    @Override
    public List<TestId> discover(Digest snapshot) throws SandboxFault {
        return switch (whole(snapshot)) {
            case Run.Reported reported ->
                List.copyOf(reported.report().outcomes().keySet());
            case Run.Suspected suspected -> throw new SandboxFault(suspected.reason());
            case Run.Settled settled -> throw new SandboxFault(settled.reason());
            case Run.Lost lost -> throw new SandboxFault(lost.reason());
        };
    }

    private Run whole(Digest snapshot) throws SandboxFault {
        return attempt(new ExecutionRequest(snapshot, Overlay.NONE, List.of(), false));
    }

    @Override
    public Execution execute(ExecutionRequest request) throws SandboxFault {
        Digest key = Digest.ofParts(
                List.of(MEANING, request.key().hex(), Helpers.digest().hex()));
        Optional<Execution> known = memo.recall(key);
        if (known.isPresent()) {
            return known.get();
        }
        Execution outcome = executeAfresh(request);
        memo.remember(key, outcome);
        return outcome;
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
        if (request.tests().isEmpty()) {
            return new Execution.TestsRan(List.of());
        }
        boolean suspected = false;
        int losses = 0;
        while (true) {
            switch (attempt(request)) {
                case Run.Reported reported -> {
                    return results(request, reported);
                }
                case Run.Settled settled -> {
                    return new Execution.Crashed(settled.reason());
                }
                case Run.Suspected suspect -> {
                    // The machine might have done that: it counts when it happens again.
                    if (suspected) {
                        return suspect.outcome();
                    }
                    LOG.debug("trying again after {}", suspect.reason());
                    suspected = true;
                }
                case Run.Lost lost -> {
                    LOG.warn("an execution was lost: {}", lost.reason());
                    if (++losses >= MOST_LOSSES) {
                        throw new SandboxFault("gave up after losing " + losses + " executions: " + lost.reason());
                    }
                }
            }
        }
    }

    /** Results of exactly the tests asked for, in their order; what else was reported does not count. */
    private static Execution.TestsRan results(ExecutionRequest request, Run.Reported reported) {
        return new Execution.TestsRan(request.tests().stream()
                .map(TestRun::test)
                .map(test -> new TestResult(
                        test,
                        reported.report()
                                .outcomes()
                                .getOrDefault(test, new TestOutcome.NotRun("it is not in the report")),
                        1,
                        List.of()))
                .toList());
    }

    private Run attempt(ExecutionRequest request) throws SandboxFault {
        synchronized (this) {
            if (closed) {
                throw new SandboxFault("the sandbox is closed");
            }
            working = Thread.currentThread();
        }
        try {
            return suite.run(request);
        } finally {
            synchronized (this) {
                working = null;
                if (closed) {
                    // It was for the run, not for whoever asked for it.
                    Thread.interrupted();
                }
            }
        }
    }

    /** May be called from another thread: a running command is then killed, and its request ends with a fault. */
    @Override
    public synchronized void close() {
        closed = true;
        if (working != null) {
            working.interrupt();
        }
    }
}
