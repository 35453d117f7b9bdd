package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.elenchus.persistence.DatabaseFault.Kind;

/**
 * A schema of its own in a PostgreSQL database, for measurements by several processes: nobody else's tables are touched, and what was written
 * is gone when it is closed. A database has one at a time.
 */
public final class ScratchSchema implements AutoCloseable {
    static final String NAME = "elenchus_bench";

    private static final String URL_VARIABLE = "ELENCHUS_DB";
    private static final String CLAIM = "SELECT pg_try_advisory_lock(4937121460825)";

    private final PostgresDatabase database;
    private final Connection connection;
    private final Map<String, String> environment;

    private ScratchSchema(PostgresDatabase database, Connection connection, Map<String, String> environment) {
        this.database = database;
        this.connection = connection;
        this.environment = environment;
    }

    /** Claims it and makes it anew; what a measurement that was killed has left is removed. @param connection closed with it */
    static ScratchSchema claim(PostgresDatabase database, Connection connection, String url, Credentials credentials)
            throws SQLException, DatabaseFault {
        ScratchSchema schema = new ScratchSchema(
                database,
                connection,
                Map.of(
                        URL_VARIABLE,
                        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + NAME,
                        Credentials.USER_VARIABLE,
                        credentials.user(),
                        Credentials.PASSWORD_VARIABLE,
                        credentials.password()));
        boolean claimed = false;
        try {
            schema.claim();
            schema.renew();
            claimed = true;
            return schema;
        } finally {
            if (!claimed) {
                connection.close();
            }
        }
    }

    /** For as long as the connection is open. */
    private void claim() throws SQLException, DatabaseFault {
        try (Statement statement = connection.createStatement();
                ResultSet claimed = statement.executeQuery(CLAIM)) {
            claimed.next();
            if (!claimed.getBoolean(1)) {
                throw new DatabaseFault(
                        Kind.FAILED,
                        "another measurement is under way in " + database + "; wait for it, or name another database");
            }
        }
    }

    /** Empties it. Nobody may be at work in it. */
    public void renew() throws DatabaseFault {
        run("DROP SCHEMA IF EXISTS " + NAME + " CASCADE", "CREATE SCHEMA " + NAME);
    }

    /** What a process of this program must find in its environment to have this schema as its database. It holds the password. */
    public Map<String, String> environment() {
        return environment;
    }

    /** How many events were written here since it was made or renewed; 0 before the tables are. */
    public long events() throws DatabaseFault {
        String table = "'" + NAME + ".event_journal'";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("SELECT to_regclass(" + table + ") IS NOT NULL")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT COALESCE(MAX(\"ordering\"), 0) FROM " + NAME + ".\"event_journal\"")) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() throws DatabaseFault {
        try (connection) {
            run("DROP SCHEMA IF EXISTS " + NAME + " CASCADE");
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    private void run(String... statements) throws DatabaseFault {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning");
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }
}
