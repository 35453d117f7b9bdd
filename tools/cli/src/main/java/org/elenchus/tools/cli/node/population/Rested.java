package org.elenchus.tools.cli.node.population;

/** @param entities that a node sent to rest and that are gone */
public record Rested(int entities) {}
