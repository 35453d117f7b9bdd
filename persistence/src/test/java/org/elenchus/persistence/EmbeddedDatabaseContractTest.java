package org.elenchus.persistence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import org.elenchus.protocol.Digest;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseContractTest extends DatabaseContract {
    @TempDir
    Path data;

    @Override
    Database open() {
        return EmbeddedDatabase.in(data);
    }

    @Override
    Connection past() throws Exception {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("journal") + ";IFEXISTS=TRUE", "sa", "");
    }

    @Override
    String eventOfTheFuture() {
        return "STRINGTOUTF8('{\"event\":\"of-the-future\"}')";
    }

    @Override
    void exchange(Digest damaged, Digest other) throws Exception {
        Files.copy(file(other), file(damaged), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    void truncate(Digest damaged) throws Exception {
        byte[] bytes = Files.readAllBytes(file(damaged));
        Files.write(file(damaged), Arrays.copyOf(bytes, bytes.length - 9));
    }

    private Path file(Digest digest) {
        return new ArtifactFolder(data.resolve("artifacts")).file(digest);
    }
}
