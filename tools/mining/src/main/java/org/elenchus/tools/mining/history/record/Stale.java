package org.elenchus.tools.mining.history.record;

/** A record and the texts it should be about do not belong together. */
public final class Stale extends Exception {
    private static final long serialVersionUID = 1L;

    Stale(RealBug bug, String what) {
        super(bug.id() + ": " + what + ". The list was made from other sources; search anew with --discover");
    }
}
