package org.elenchus.persistence;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.elenchus.persistence.DatabaseFault.Kind;

/** A user of a database and the password. No record: a record would print it. */
public final class Credentials {
    public static final String USER_VARIABLE = "ELENCHUS_DB_USER";
    public static final String PASSWORD_VARIABLE = "ELENCHUS_DB_PASSWORD";

    private static final String REMEDY = "set " + USER_VARIABLE + " and " + PASSWORD_VARIABLE
            + ", or name a file of 'user=' and 'password=' with --db-credentials";

    private final String user;
    private final String password;

    /** @param password empty where the server asks for none, or PostgreSQL's own password file holds it */
    public Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** From the process' environment. @throws DatabaseFault when it names no user */
    public static Credentials of(Map<String, String> environment) throws DatabaseFault {
        String user = environment.getOrDefault(USER_VARIABLE, "");
        if (user.isBlank()) {
            throw new DatabaseFault(Kind.NO_CREDENTIALS, "no user is given for the database; " + REMEDY);
        }
        return new Credentials(user, environment.getOrDefault(PASSWORD_VARIABLE, ""));
    }

    /**
     * From a properties file with {@code user} and {@code password}.
     *
     * @throws DatabaseFault when it cannot be read, others may read it, or it names no user
     */
    public static Credentials of(Path file) throws DatabaseFault {
        Properties properties = new Properties();
        try {
            refuseExposed(file);
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DatabaseFault(
                    Kind.NO_CREDENTIALS, "the credentials in " + file + " cannot be read; " + REMEDY, e);
        }
        String user = properties.getProperty("user", "").strip();
        if (user.isEmpty()) {
            throw new DatabaseFault(Kind.NO_CREDENTIALS, file + " has no line 'user=NAME'; add it");
        }
        return new Credentials(user, properties.getProperty("password", ""));
    }

    /** As PostgreSQL's clients judge key files: the owner alone, but a group too where root owns it, as mounted secrets are. */
    private static void refuseExposed(Path file) throws IOException, DatabaseFault {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes attributes = view.readAttributes();
        Set<PosixFilePermission> permissions = attributes.permissions();
        boolean ofRoot = attributes.owner().getName().equals("root");
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)
                || (permissions.contains(PosixFilePermission.GROUP_READ) && !ofRoot)) {
            throw new DatabaseFault(
                    Kind.EXPOSED_CREDENTIALS,
                    "the credentials in " + file + " can be read or changed by others; run: chmod 600 " + file);
        }
    }

    public String user() {
        return user;
    }

    String password() {
        return password;
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
