package org.elenchus.tools.mining.history.diff;

/**
 * Contiguous changed lines inside one member that both releases have.
 *
 * @param member as the newer release has it
 */
public record Change(Member member, Splice splice) {}
