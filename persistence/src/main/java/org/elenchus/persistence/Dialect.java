package org.elenchus.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What differs between databases: the scripts that make the tables, in order, and how to have them to oneself meanwhile. */
enum Dialect {
    H2(List.of("1-journal"), List.of()),
    /** The number is ours alone; every node that migrates takes it and holds it to the end of its transaction. */
    POSTGRES(
            List.of("1-journal", "2-artifacts", "3-snapshot-packs", "4-nodes"),
            List.of("SET LOCAL lock_timeout = '60s'", "SELECT pg_advisory_xact_lock(4937121460823)"));

    private final List<String> scripts;
    private final List<String> lock;

    Dialect(List<String> scripts, List<String> lock) {
        this.scripts = scripts;
        this.lock = lock;
    }

    /** The schema version this program reads and writes: the number of scripts. */
    int version() {
        return scripts.size();
    }

    List<String> lock() {
        return lock;
    }

    /** The statements that lead from {@code number - 1} to {@code number}. @param number from 1 */
    String script(int number) {
        String name =
                "migrations/" + name().toLowerCase(java.util.Locale.ROOT) + "/" + scripts.get(number - 1) + ".sql";
        try (InputStream in = Dialect.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
