package org.elenchus.actors.reply;

/** Where entities compute and read artifacts without holding up the actors. */
public final class Blocking {
    /** Threads for learning, distilling and writing tasks; see {@code elenchus-entities.conf}. */
    public static final String DISPATCHER = "elenchus.blocking-dispatcher";

    private Blocking() {}
}
