package org.elenchus.persistence;

import java.nio.file.Path;

/** Where things lie in a data folder. @param root absolute */
public record DataPaths(Path root) {
    public static DataPaths of(Path root) {
        return new DataPaths(root.toAbsolutePath().normalize());
    }

    /** The journal without H2's own suffix. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** The journal's file. */
    public Path journalFile() {
        return root.resolve("journal.mv.db");
    }

    public Path artifacts() {
        return root.resolve("artifacts");
    }

    public Path outcomes() {
        return root.resolve("outcomes.mv");
    }

    /** Prepared repositories, by snapshot digest. */
    public Path repositories() {
        return root.resolve("repositories");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** How long things took: not part of history, so not in the journal. */
    public Path timings() {
        return root.resolve("timings.json");
    }

    public Path lock() {
        return root.resolve("lock");
    }
}
