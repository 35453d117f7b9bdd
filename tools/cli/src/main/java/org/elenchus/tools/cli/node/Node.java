package org.elenchus.tools.cli.node;

import org.elenchus.persistence.DataFolder;
import org.elenchus.tools.cli.evolve.Engine;

public final class Node {
    private Node() {}

    public static Engine start(DataFolder folder, int slots) {
        throw new UnsupportedOperationException(folder + " " + slots);
    }
}
