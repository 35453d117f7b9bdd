package org.elenchus.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.elenchus.persistence.DatabaseFault.Kind;

/** What PostgreSQL and its driver say, by SQLSTATE, in terms a user can act on. */
final class PostgresFaults {
    private PostgresFaults() {}

    /** @param place the database, as a user would name it */
    static DatabaseFault of(String place, String user, SQLException e) {
        SQLException said = innermost(e);
        Kind kind = kind(said);
        return new DatabaseFault(kind, message(kind, place, user, firstLine(said)), e);
    }

    private static Kind kind(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "57P03" -> Kind.STARTING;
            case "28P01", "28000", "08004" -> Kind.REFUSED;
            case "3D000" -> Kind.NO_DATABASE;
            case "42501" -> Kind.NO_RIGHTS;
            case "53300" -> Kind.TOO_MANY_CONNECTIONS;
            // 57P01 and 57P02: the server is being stopped, or has crashed.
            case "57P01", "57P02" -> Kind.UNREACHABLE;
            default ->
                state.startsWith("08") || e instanceof SQLTransientConnectionException ? Kind.UNREACHABLE : Kind.FAILED;
        };
    }

    private static String message(Kind kind, String place, String user, String said) {
        return switch (kind) {
            case UNREACHABLE ->
                "nobody answers at " + place + " (" + said + "); start PostgreSQL there, or mend the URL of --db";
            case STARTING -> "PostgreSQL at " + place + " has not finished starting; try again in a moment";
            case REFUSED ->
                place + " does not let user '" + user + "' in (" + said + "); mend " + Credentials.USER_VARIABLE
                        + " and " + Credentials.PASSWORD_VARIABLE + " or the file of --db-credentials";
            case NO_DATABASE ->
                "there is no database at " + place + "; create it, for instance with: createdb --owner=" + user
                        + " NAME";
            case NO_RIGHTS ->
                "user '" + user + "' may not work in " + place + " (" + said
                        + "); let it own the database, or run as its owner: GRANT ALL ON SCHEMA public TO \"" + user
                        + "\"";
            case TOO_MANY_CONNECTIONS ->
                place + " has no connection left (" + said + "); raise its max_connections, or run fewer nodes";
            case NOT_POSTGRES, SECRET_IN_URL, NO_CREDENTIALS, EXPOSED_CREDENTIALS, EMPTY, NEWER, FAILED ->
                place + " cannot be used (" + said + "); the server's log tells more";
        };
    }

    /** A pool that got no connection wraps why. */
    private static SQLException innermost(SQLException e) {
        return e instanceof SQLTransientConnectionException && e.getCause() instanceof SQLException cause ? cause : e;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
