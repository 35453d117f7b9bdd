package org.elenchus.tools.sandbox.command;

import java.io.IOException;
import org.elenchus.tools.sandbox.host.Enforcement;

/** A place to run commands of untrusted code. Thread-safe. */
public interface CommandHost {
    /**
     * Runs a command to its end, which it brings about where a bound is reached. All processes it started, daemons too, are gone when
     * this returns.
     *
     * @throws IOException when it could not be started at all: the machine's fault
     */
    CommandEnd run(Command command) throws IOException, InterruptedException;

    /** What this place keeps commands from, and what it does not. */
    Enforcement enforcement();
}
