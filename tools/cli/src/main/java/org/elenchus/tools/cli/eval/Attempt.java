package org.elenchus.tools.cli.eval;

import java.util.OptionalInt;
import org.elenchus.protocol.task.Patch;
import org.elenchus.tools.cli.eval.dataset.PosedTask.Grade;

/**
 * One attempt at a task: rollouts until the tests shown pass or the budget is used up.
 *
 * @param patch the plausible one; empty where none was found
 * @param solvedAt number of its execution among the distinct candidates of the attempt, from 1
 * @param executions distinct candidates executed
 */
record Attempt(Grade grade, Patch patch, OptionalInt solvedAt, int executions, int rollouts) {
    boolean isPlausible() {
        return grade != Grade.NOT_PLAUSIBLE;
    }

    boolean isCorrect() {
        return grade == Grade.CORRECT;
    }

    /** Whether it would have been plausible with a budget of so many executions. */
    boolean isPlausibleWithin(int budget) {
        return solvedAt.isPresent() && solvedAt.getAsInt() <= budget;
    }
}
