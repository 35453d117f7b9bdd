package org.elenchus.tools.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.elenchus.persistence.Credentials;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.DatabaseFault;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.persistence.PostgresDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where journal and artifacts are: in the data folder unless a PostgreSQL database is named. */
public final class DatabaseOptions {
    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "Journal and artifacts in PostgreSQL, jdbc:postgresql://HOST:5432/DATABASE, instead of the data"
                            + " folder (default: $ELENCHUS_DB, if set). User and password: $ELENCHUS_DB_USER and"
                            + " $ELENCHUS_DB_PASSWORD.")
    private @Nullable String url = System.getenv("ELENCHUS_DB");

    @Option(
            names = "--db-credentials",
            paramLabel = "FILE",
            description = "File of user=NAME and password=..., readable by you alone, instead of the two variables.")
    private @Nullable Path credentials;

    /** The database meant; nothing is opened yet. @param remarks is told what is waited for */
    Database open(Path dataFolder, PrintWriter remarks) throws DatabaseFault, Fault {
        if (url == null || url.isBlank()) {
            if (credentials != null) {
                throw Fault.usage("--db-credentials is for a database; name it with --db");
            }
            return EmbeddedDatabase.in(dataFolder);
        }
        try {
            return PostgresDatabase.at(url, credentials(), remark -> {
                remarks.println("elenchus: " + remark);
                remarks.flush();
            });
        } catch (DatabaseFault fault) {
            if (fault.isUsage()) {
                throw Fault.usage(String.valueOf(fault.getMessage()));
            }
            throw fault;
        }
    }

    private Credentials credentials() throws DatabaseFault {
        return credentials == null ? Credentials.of(System.getenv()) : Credentials.of(credentials);
    }
}
