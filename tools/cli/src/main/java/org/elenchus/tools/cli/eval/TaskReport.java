package org.elenchus.tools.cli.eval;

import java.util.Comparator;
import java.util.List;
import org.elenchus.actors.evaluation.SolveRate.Tally;
import org.elenchus.tools.cli.eval.dataset.PosedTask.Grade;
import org.elenchus.tools.cli.history.Words;

/** What became of a task. */
sealed interface TaskReport {
    String id();

    /** It cannot be evaluated as it is written. */
    record Invalid(String id, String reason) implements TaskReport {}

    /** The machine failed; nothing is known of the solver. */
    record Undecided(String id, String reason) implements TaskReport {}

    /**
     * It was attempted.
     *
     * @param failing tests that fail and are shown; @param heldBack tests that only grade
     * @param canTell whether anything grades but the tests shown
     * @param seconds of attempts and grading, preparation left out
     */
    record Scored(String id, int failing, int heldBack, boolean canTell, List<Attempt> attempts, double seconds)
            implements TaskReport {
        public Scored {
            attempts = List.copyOf(attempts);
        }

        /** The best of its attempts. */
        Grade best() {
            return attempts.stream()
                    .map(Attempt::grade)
                    .max(Comparator.naturalOrder())
                    .orElse(Grade.NOT_PLAUSIBLE);
        }

        Tally plausible() {
            return tally(attempts.stream().filter(Attempt::isPlausible).count());
        }

        Tally correct() {
            return tally(attempts.stream().filter(Attempt::isCorrect).count());
        }

        Tally plausibleWithin(int budget) {
            return tally(attempts.stream()
                    .filter(attempt -> attempt.isPlausibleWithin(budget))
                    .count());
        }

        Tally correctWithin(int budget) {
            return tally(attempts.stream()
                    .filter(attempt -> attempt.isCorrect() && attempt.isPlausibleWithin(budget))
                    .count());
        }

        int wrong() {
            return (int) attempts.stream()
                    .filter(attempt -> attempt.grade() == Grade.WRONG)
                    .count();
        }

        int executions() {
            return attempts.stream().mapToInt(Attempt::executions).sum();
        }

        private Tally tally(long solved) {
            return new Tally(id, (int) solved, attempts.size());
        }
    }

    /** What became of it, in a word: the best first. */
    enum Standing {
        CORRECT,
        PLAUSIBLE,
        WRONG,
        UNSOLVED,
        INVALID,
        UNDECIDED;

        String word() {
            return Words.of(this);
        }
    }

    default Standing standing() {
        return switch (this) {
            case Invalid invalid -> Standing.INVALID;
            case Undecided undecided -> Standing.UNDECIDED;
            case Scored scored ->
                switch (scored.best()) {
                    case NOT_PLAUSIBLE -> Standing.UNSOLVED;
                    case WRONG -> Standing.WRONG;
                    case PLAUSIBLE -> Standing.PLAUSIBLE;
                    case CORRECT -> Standing.CORRECT;
                };
        };
    }
}
