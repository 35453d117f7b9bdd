package org.elenchus.protocol.repository;

/**
 * A trusted test of a snapshot.
 *
 * @param fuel line probes it passes on the original, a deterministic measure of its cost
 */
public record TestFacts(TestId id, long fuel) {}
