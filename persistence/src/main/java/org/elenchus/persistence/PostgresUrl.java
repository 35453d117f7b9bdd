package org.elenchus.persistence;

import java.util.Locale;
import java.util.regex.Pattern;
import org.elenchus.persistence.DatabaseFault.Kind;

/** A JDBC URL of PostgreSQL that holds no secret. @param value such as {@code jdbc:postgresql://host:5432/elenchus} */
record PostgresUrl(String value) {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String FORM = "give one like jdbc:postgresql://HOST:5432/DATABASE";
    private static final Pattern SECRET =
            Pattern.compile("[?&](user|password|sslpassword)=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    /** @throws DatabaseFault when it is another database's URL, or has a user or a password in it; neither is repeated */
    static PostgresUrl of(String typed) throws DatabaseFault {
        if (SECRET.matcher(typed).find()) {
            throw new DatabaseFault(
                    Kind.SECRET_IN_URL,
                    "a database URL with a user or password in it shows in lists of processes; take them out of it, and set "
                            + Credentials.USER_VARIABLE + " and " + Credentials.PASSWORD_VARIABLE
                            + " or use --db-credentials FILE");
        }
        if (!typed.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            throw new DatabaseFault(Kind.NOT_POSTGRES, "'" + typed + "' is no URL of PostgreSQL; " + FORM);
        }
        if (org.postgresql.Driver.parseURL(typed, null) == null) {
            throw new DatabaseFault(Kind.NOT_POSTGRES, "'" + typed + "' cannot be understood; " + FORM);
        }
        return new PostgresUrl(typed);
    }

    /** Without its parameters: enough to know which database is meant. */
    String place() {
        int parameters = value.indexOf('?');
        return parameters < 0 ? value : value.substring(0, parameters);
    }
}
