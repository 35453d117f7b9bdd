package org.elenchus.tools.worker.wire;

import java.io.IOException;

/** The other side does not speak this protocol, or exceeded its limits. */
public final class ProtocolFault extends IOException {
    private static final long serialVersionUID = 1L;

    public ProtocolFault(String message) {
        super(message);
    }
}
