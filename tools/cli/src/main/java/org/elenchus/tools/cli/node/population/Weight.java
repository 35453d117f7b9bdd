package org.elenchus.tools.cli.node.population;

/** @param heapBytes in use by a node after a collection */
public record Weight(long heapBytes) {}
