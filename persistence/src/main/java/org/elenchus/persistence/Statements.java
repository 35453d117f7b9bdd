package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection. */
@FunctionalInterface
interface Statements<R> {
    R execute(Connection connection) throws SQLException;

    /** For callers that declare no checked exception but expect this one. */
    default R executed(Connection connection) {
        try {
            return execute(connection);
        } catch (SQLException e) {
            throw Statements.<RuntimeException>undeclared(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E undeclared(SQLException failure) throws E {
        throw (E) failure;
    }
}
