package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection that is handed out only when it has been found fit; else it is closed. */
final class Opening {
    private Opening() {}

    /** Looks at a fresh connection. @param <F> why it may be unfit */
    @FunctionalInterface
    interface Check<F extends Exception> {
        void on(Connection connection) throws SQLException, F, Migrations.NewerSchema;
    }

    static <F extends Exception> Connection checked(Connection connection, Check<F> check)
            throws SQLException, F, Migrations.NewerSchema {
        boolean fit = false;
        try {
            check.on(connection);
            fit = true;
            return connection;
        } finally {
            if (!fit) {
                connection.close();
            }
        }
    }
}
