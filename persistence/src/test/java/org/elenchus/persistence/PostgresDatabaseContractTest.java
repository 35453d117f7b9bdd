package org.elenchus.persistence;

import java.sql.Connection;
import org.elenchus.protocol.Digest;

class PostgresDatabaseContractTest extends DatabaseContract {
    private final String name = PostgresServer.fresh();

    @Override
    Database open() throws StorageFault {
        return PostgresDatabase.at(PostgresServer.url(name), new Credentials("postgres", ""), remark -> {});
    }

    @Override
    Connection past() throws Exception {
        return PostgresServer.connect(name);
    }

    @Override
    String eventOfTheFuture() {
        return "convert_to('{\"event\":\"of-the-future\"}', 'UTF8')";
    }

    @Override
    void exchange(Digest damaged, Digest other) {
        PostgresServer.run(
                name,
                "UPDATE artifact SET content = (SELECT content FROM artifact WHERE digest = " + key(other)
                        + ") WHERE digest = " + key(damaged));
    }

    @Override
    void truncate(Digest damaged) {
        PostgresServer.run(
                name,
                "UPDATE artifact SET content = substring(content FROM 1 FOR length(content) - 9) WHERE digest = "
                        + key(damaged));
    }

    private static String key(Digest digest) {
        return "'\\x" + digest.hex() + "'::bytea";
    }
}
