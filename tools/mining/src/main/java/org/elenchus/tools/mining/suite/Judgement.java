package org.elenchus.tools.mining.suite;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.repository.Quarantined.Reason;

/**
 * What a test's observations say of it. Trusted is only what repeats exactly: same outcome, same fuel, same lines. A test that varies
 * at all would make two histories of one seed differ, and one that uses threads varies sooner or later, however often it has repeated.
 */
public final class Judgement {
    private Judgement() {}

    /** Why a test is kept out after some runs, or empty. Serious reasons first: a test that varies is flaky before it is failing. */
    public static Optional<Reason> fault(List<Observation> runs, long slowFuel) {
        List<Optional<Reason>> faults =
                runs.stream().map(run -> fault(run, slowFuel)).toList();
        if (faults.contains(Optional.of(Reason.BLOCKS))) {
            return Optional.of(Reason.BLOCKS);
        }
        if (runs.stream().anyMatch(Judgement::concurrent)) {
            return Optional.of(Reason.CONCURRENT);
        }
        if (faults.contains(Optional.of(Reason.SLOW))) {
            return Optional.of(Reason.SLOW);
        }
        Optional<Reason> first = faults.get(0);
        boolean agree = faults.stream().allMatch(first::equals);
        return agree ? first : Optional.of(Reason.FLAKY);
    }

    private static Optional<Reason> fault(Observation run, long slowFuel) {
        return switch (run) {
            case Observation.Blocked blocked -> Optional.of(Reason.BLOCKS);
            case Observation.Sleepy sleepy -> Optional.of(Reason.BLOCKS);
            case Observation.LeftOut left -> Optional.of(Reason.NOT_RUN);
            case Observation.Ran ran ->
                switch (ran.outcome()) {
                    case TestOutcome.Passed passed ->
                        ran.fuel() > slowFuel ? Optional.of(Reason.SLOW) : Optional.<Reason>empty();
                    case TestOutcome.Failed failed -> Optional.of(Reason.FAILS);
                    case TestOutcome.Errored errored -> Optional.of(Reason.FAILS);
                    case TestOutcome.OutOfFuel out -> Optional.of(Reason.SLOW);
                    case TestOutcome.NotRun notRun -> Optional.of(Reason.NOT_RUN);
                };
        };
    }

    private static boolean concurrent(Observation run) {
        return run instanceof Observation.Ran ran && ran.concurrent();
    }

    /** Whether two measurements of a passing test, taken in the same company, are alike to the probe. */
    public static boolean repeats(Observation one, Observation other) {
        return one instanceof Observation.Ran a
                && other instanceof Observation.Ran b
                && a.fuel() == b.fuel()
                && lines(a).equals(lines(b));
    }

    private static List<CoveredLines> lines(Observation.Ran run) {
        return run.covered().stream()
                .sorted(Comparator.comparing(CoveredLines::path))
                .toList();
    }
}
