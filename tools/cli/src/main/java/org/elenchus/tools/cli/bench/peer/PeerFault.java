package org.elenchus.tools.cli.bench.peer;

/** A peer could not be measured; its message says why. What was measured of others stands. */
public final class PeerFault extends Exception {
    private static final long serialVersionUID = 1L;

    public PeerFault(String message) {
        super(message);
    }
}
