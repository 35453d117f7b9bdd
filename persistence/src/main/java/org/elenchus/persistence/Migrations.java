package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings tables to this program's version, one numbered script after another. Making them again changes nothing; several processes may do
 * it at once where the dialect has a lock.
 */
final class Migrations {
    private Migrations() {}

    /** The tables have a version this program does not know. */
    static final class NewerSchema extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param place what holds the tables, as a user would name it */
        NewerSchema(String place, int found, int known) {
            super("the journal in " + place + " was written by a newer version of elenchus (schema " + found
                    + ", this version knows " + known + "); upgrade elenchus, or use another ");
        }
    }

    /** @throws NewerSchema when a newer version made the tables; nothing is changed then */
    static void migrate(Connection connection, Dialect dialect, String place) throws SQLException, NewerSchema {
        if (refuseNewer(connection, dialect, place) == dialect.version()) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String lock : dialect.lock()) {
                statement.execute(lock);
            }
            // Another process may have done it while this one waited.
            for (int next = refuseNewer(connection, dialect, place) + 1; next <= dialect.version(); next++) {
                statement.execute(dialect.script(next));
                note(statement, next);
            }
            connection.commit();
        } catch (SQLException | NewerSchema e) {
            connection.rollback();
            throw e;
        }
    }

    /** The version found, 0 for none. @throws NewerSchema when it is above the dialect's */
    static int refuseNewer(Connection connection, Dialect dialect, String place) throws SQLException, NewerSchema {
        int found = version(connection);
        if (found > dialect.version()) {
            throw new NewerSchema(place, found, dialect.version());
        }
        return found;
    }

    private static void note(Statement statement, int version) throws SQLException {
        if (statement.executeUpdate("UPDATE elenchus_schema SET version = " + version + " WHERE id = 1") == 0) {
            statement.executeUpdate("INSERT INTO elenchus_schema (id, version) VALUES (1, " + version + ")");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(
                            statement,
                            "SELECT COUNT(*) FROM information_schema.tables"
                                    + " WHERE LOWER(table_name) = 'elenchus_schema' AND table_schema = CURRENT_SCHEMA")
                    == 0) {
                return 0;
            }
            return number(statement, "SELECT COALESCE(MAX(version), 0) FROM elenchus_schema");
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
