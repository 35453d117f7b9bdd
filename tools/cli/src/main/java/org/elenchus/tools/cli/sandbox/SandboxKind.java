package org.elenchus.tools.cli.sandbox;

/** What to run candidates in. */
public enum SandboxKind {
    /** Processes of this machine, confined as far as it allows. */
    PROCESS,
    /** Containers, or nothing. */
    DOCKER,
    /** Containers where they can be had, processes otherwise. */
    AUTO
}
