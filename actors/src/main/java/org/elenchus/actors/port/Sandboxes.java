package org.elenchus.actors.port;

/** Opens one sandbox per slot. */
public interface Sandboxes {
    /** A sandbox; starting it may take seconds. */
    Sandbox open() throws SandboxFault;
}
