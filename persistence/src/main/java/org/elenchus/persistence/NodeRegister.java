package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that work on a database, by address, each with when it was last seen by the database's clock. It tells nodes where their
 * cluster is, and lets one at a time begin a new one. Not thread-safe.
 */
public final class NodeRegister {
    /** A node that was not seen for this long is taken for gone, seconds. Its cluster misses it sooner. */
    private static final int SILENCE = 15;

    /** The number is ours alone: whoever begins a cluster holds it to the end of its transaction. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(4937121460824)";

    private static final String OTHERS = "SELECT address, seen::text, seen > now() - make_interval(secs => ?)"
            + " FROM cluster_node WHERE address <> ? ORDER BY seen DESC";

    private static final String SEEN = "INSERT INTO cluster_node (address, seen) VALUES (?, now())"
            + " ON CONFLICT (address) DO UPDATE SET seen = now()";

    private static final String LEFT = "DELETE FROM cluster_node WHERE address = ?";

    private final PostgresDatabase database;
    private final ConnectionPool pool;
    private final int silence;

    /** Silent nodes, and since when this process has known that they have been silent, nanoseconds. */
    private final Map<String, Long> silentSince = new TreeMap<>();

    NodeRegister(PostgresDatabase database, ConnectionPool pool) {
        this(database, pool, SILENCE);
    }

    /** @param silence seconds after which a node is taken for gone */
    NodeRegister(PostgresDatabase database, ConnectionPool pool, int silence) {
        this.database = database;
        this.pool = pool;
        this.silence = silence;
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T asked(Question<T> question) throws DatabaseFault {
        try (Connection connection = pool.borrow()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    /** Other nodes seen lately, the latest first. */
    public List<String> others(String self) throws DatabaseFault {
        return asked(connection -> others(connection, self));
    }

    /**
     * Claims the right to begin a cluster, and notes this node as its first.
     *
     * @return false while another was seen lately. One that has been silent for long may only have been unable to write: it is listened
     *     for, as long again, before it is taken for gone
     */
    public boolean begin(String self) throws DatabaseFault {
        return asked(connection -> {
            connection.setAutoCommit(false);
            try {
                execute(connection, LOCK, null);
                boolean free = others(connection, self).isEmpty()
                        && silentSince.values().stream().allMatch(this::isLong);
                if (free) {
                    execute(connection, "DELETE FROM cluster_node", null);
                    execute(connection, SEEN, self);
                }
                connection.commit();
                return free;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private boolean isLong(long since) {
        return System.nanoTime() - since > silence * 1_000_000_000L;
    }

    /** This node is at work. */
    public void seen(String self) throws DatabaseFault {
        asked(connection -> execute(connection, SEEN, self));
    }

    /** This node has ended its work. */
    public void left(String self) throws DatabaseFault {
        asked(connection -> execute(connection, LEFT, self));
    }

    private List<String> others(Connection connection, String self) throws SQLException {
        List<String> lately = new ArrayList<>();
        Map<String, Long> silent = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(OTHERS)) {
            select.setInt(1, silence);
            select.setString(2, self);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(3)) {
                        lately.add(rows.getString(1));
                    } else {
                        String since = rows.getString(1) + " " + rows.getString(2);
                        silent.put(since, silentSince.getOrDefault(since, System.nanoTime()));
                    }
                }
            }
        }
        silentSince.clear();
        silentSince.putAll(silent);
        return lately;
    }

    private static boolean execute(Connection connection, String sql, @Nullable String address) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (address != null) {
                statement.setString(1, address);
            }
            return statement.execute();
        }
    }
}
