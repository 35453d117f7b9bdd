package org.elenchus.tools.cli.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.ProtocolJson;

/** Writes a data folder's journal without the actors whose events it holds. */
public final class JournalFile {
    private JournalFile() {}

    @SafeVarargs
    public static void write(Path folder, List<JournalEntry>... runs) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.in(folder)) {
            database.initialise();
        }
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("journal"), "sa", "");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO \"event_journal\" (\"ordering\", \"persistence_id\", \"sequence_number\","
                                + " \"event_payload\", \"writer\", \"write_timestamp\", \"adapter_manifest\","
                                + " \"event_ser_id\", \"event_ser_manifest\") VALUES (?, ?, ?, ?, '', 0, '', 1, '')")) {
            for (JournalEntry entry : Stream.of(runs).flatMap(List::stream).toList()) {
                insert.setLong(1, entry.ordering());
                insert.setString(2, entry.persistenceId());
                insert.setLong(3, entry.sequenceNumber());
                insert.setBytes(4, ProtocolJson.write(entry.event()));
                insert.executeUpdate();
            }
        }
    }
}
