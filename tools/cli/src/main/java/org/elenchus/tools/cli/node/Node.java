package org.elenchus.tools.cli.node;

import org.elenchus.persistence.DataFolder;
import org.elenchus.tools.cli.evolve.Engine;
import org.elenchus.tools.mining.PreparationListener;

public final class Node {
    private Node() {}

    public static Engine start(DataFolder folder, int slots, PreparationListener listener) {
        throw new UnsupportedOperationException(folder + " " + slots + listener);
    }
}
