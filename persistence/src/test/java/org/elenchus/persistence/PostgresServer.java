package org.elenchus.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, one per JVM, with a fresh database for whoever asks. It ends with the JVM. */
final class PostgresServer {
    /** User {@code guarded} must give a password; everybody else on this machine is trusted. */
    private static final String ACCESS = """
            local all all trust
            host all guarded 127.0.0.1/32 scram-sha-256
            host all all 127.0.0.1/32 trust
            """;

    static final String GUARDED_PASSWORD = "correct-horse";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private PostgresServer() {}

    static synchronized EmbeddedPostgres start() {
        if (server == null) {
            try {
                Path access = Files.writeString(Files.createTempFile("pg_hba", ".conf"), ACCESS);
                access.toFile().deleteOnExit();
                // The server may run as another user than the tests.
                access.toFile().setReadable(true, false);
                server = EmbeddedPostgres.builder()
                        .setServerConfig("hba_file", access.toString())
                        .start();
                run("postgres", "CREATE USER guarded PASSWORD '" + GUARDED_PASSWORD + "'", "CREATE USER visitor");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** The name of a database that has nothing in it. */
    static String fresh() {
        String name = "t" + DATABASES.incrementAndGet();
        start();
        run("postgres", "CREATE DATABASE " + name);
        return name;
    }

    static int port() {
        return start().getPort();
    }

    static String url(String database) {
        return url(database, port());
    }

    static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Connection connect(String database) throws SQLException {
        return start().getDatabase("postgres", database).getConnection();
    }

    static void run(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
