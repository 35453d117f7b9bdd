package org.elenchus.tools.repair.policy;

import java.util.Arrays;

/** Collects the features of one row. */
public final class Row {
    private int[] ids = new int[24];
    private int size;

    public Row add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
        return this;
    }

    public Row addIf(boolean holds, int id) {
        return holds ? add(id) : this;
    }

    /** The ids, ascending, without repeats. */
    public int[] ids() {
        Arrays.sort(ids, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                ids[distinct++] = ids[i];
            }
        }
        size = distinct;
        return Arrays.copyOf(ids, size);
    }
}
