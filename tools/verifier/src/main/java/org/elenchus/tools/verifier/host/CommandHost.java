package org.elenchus.tools.verifier.host;

import java.io.IOException;
import java.util.List;

/** A place to run commands of untrusted code. Thread-safe. */
public interface CommandHost {
    /**
     * Runs a command to its end, which it brings about where a bound is reached. All processes it started, daemons too, are gone when
     * this returns.
     *
     * @throws IOException when it could not be started at all: the machine's fault
     */
    CommandEnd run(Command command) throws IOException, InterruptedException;

    /** What this place keeps commands from on this machine, in words. */
    List<String> enforced();

    /** What it does not. */
    List<String> notEnforced();
}
