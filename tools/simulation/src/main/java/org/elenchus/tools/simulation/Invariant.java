package org.elenchus.tools.simulation;

/** What holds of every run, whatever goes wrong meanwhile. */
public enum Invariant {
    FINISHES("the run finishes within a bounded number of steps once nothing goes wrong any more"),
    DOES_NOT_FAIL("faults of machine and network do not fail the run"),
    ONE_VERDICT("every candidate that was asked for has exactly one verdict"),
    ADMITTED_ONCE("a task that was admitted is in the curriculum of the run and of its skill, once"),
    SCORED_ONCE("a task is scored, and a group rolled out, once"),
    ACKNOWLEDGED_IS_KEPT("what an entity has acknowledged is in its journal"),
    ONE_WRITER("an entity's events have one writer at a time and are numbered without a gap"),
    SAME_HISTORY("the canonical digest is that of the undisturbed run");

    private final String claim;

    Invariant(String claim) {
        this.claim = claim;
    }

    public String claim() {
        return claim;
    }
}
