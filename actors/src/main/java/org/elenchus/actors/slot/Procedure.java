package org.elenchus.actors.slot;

import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;

/** How a piece of work is done in a sandbox. Blocks; thread-safe. */
@FunctionalInterface
public interface Procedure {
    /** @throws SandboxFault when the machine failed; the work may be tried again in another sandbox */
    WorkResult perform(Work work, Sandbox sandbox) throws SandboxFault;
}
