package org.elenchus.tools.sandbox.host;

import java.nio.file.Path;

/** What a worker is started for; it may write accordingly. */
public sealed interface Purpose {
    /** Compiles edits and runs tests. Sees snapshots, changes none. */
    record Executing() implements Purpose {}

    /** Compiles one snapshot. @param classes the folder of class folders, the only one of the snapshot it may change */
    record Building(Path classes) implements Purpose {}
}
