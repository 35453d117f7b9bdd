package org.elenchus.protocol.node;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a node is there for. A node may have several roles; a cluster needs each of the first three somewhere. */
public enum NodeRole {
    /** Runs and the work desk. */
    COORDINATOR,
    /** All other entities: repositories, solvers, curators, skills, validators. */
    ENTITIES,
    /** Slots, each with a sandbox. */
    SANDBOX;

    /** As it is written in configuration. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Set<NodeRole> all() {
        return new TreeSet<>(Set.of(values()));
    }

    /** Empty for what is none. */
    public static Optional<NodeRole> parse(String text) {
        return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
