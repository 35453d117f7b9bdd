package org.elenchus.protocol.task;

/** The pool a task belongs to. Pools share no library; only TRAIN tasks may enter a curriculum. */
public enum Pool {
    TRAIN,
    VALIDATION,
    TEST
}
