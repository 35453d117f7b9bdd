package org.elenchus.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.elenchus.persistence.DataFolderFault.Kind;

/** The tables of the journal and their version. Making them again changes nothing. */
final class JournalSchema {
    /** The version this program reads and writes. */
    static final int VERSION = 1;

    private JournalSchema() {}

    /** Brings the schema to {@link #VERSION}. @throws DataFolderFault when a newer version wrote it */
    static void migrate(Connection connection, DataPaths paths) throws SQLException, DataFolderFault {
        refuseNewer(connection, paths);
        try (Statement statement = connection.createStatement()) {
            for (String ddl : script().split(";", -1)) {
                if (!ddl.isBlank()) {
                    statement.execute(ddl);
                }
            }
            statement.execute("MERGE INTO elenchus_schema (id, version) KEY (id) VALUES (1, " + VERSION + ")");
        }
    }

    /** @throws DataFolderFault when the journal's version is above {@link #VERSION} */
    static void refuseNewer(Connection connection, DataPaths paths) throws SQLException, DataFolderFault {
        int found = version(connection);
        if (found > VERSION) {
            throw new DataFolderFault(
                    Kind.NEWER,
                    "the journal in " + paths.root() + " was written by a newer version of elenchus (schema " + found
                            + ", this version knows " + VERSION + "); upgrade elenchus, or use another data folder");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'ELENCHUS_SCHEMA'")) {
            tables.next();
            if (tables.getInt(1) == 0) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM elenchus_schema")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String script() {
        try (InputStream in = JournalSchema.class.getResourceAsStream("/org/elenchus/persistence/journal-h2.sql")) {
            if (in == null) {
                throw new IllegalStateException("journal-h2.sql is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new IllegalStateException("journal-h2.sql cannot be read", e);
        }
    }
}
