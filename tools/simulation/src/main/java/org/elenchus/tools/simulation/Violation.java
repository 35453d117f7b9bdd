package org.elenchus.tools.simulation;

/** An invariant that did not hold. @param invariant what ought to be so; @param seen what was so instead */
public record Violation(Invariant invariant, String seen) {}
