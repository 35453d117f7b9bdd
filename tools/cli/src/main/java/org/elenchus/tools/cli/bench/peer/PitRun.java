package org.elenchus.tools.cli.bench.peer;

import org.elenchus.tools.cli.bench.measure.Cost;

/**
 * One run of PIT.
 *
 * @param classes main classes it mutated, of {@code allClasses}
 * @param whole from start to end: JVM, coverage, analysis
 * @param analysis from the moment it has its coverage and its mutants
 */
public record PitRun(int threads, int classes, int allClasses, PitReport report, Cost whole, Cost analysis) {}
