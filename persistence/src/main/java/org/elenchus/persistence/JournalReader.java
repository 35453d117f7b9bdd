package org.elenchus.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a journal without an ActorSystem, in the order in which it was written. @param database where the journal is kept */
public record JournalReader(Database database) {
    private static final int PORTION = 1000;

    private static final String SELECT =
            "SELECT \"ordering\", \"persistence_id\", \"sequence_number\", \"event_payload\""
                    + " FROM \"event_journal\" WHERE \"deleted\" = FALSE"
                    // Pekko keeps its own events in it, too: which runs are to be started again after a crash.
                    + " AND \"persistence_id\" NOT LIKE '/sharding/%' ORDER BY \"ordering\"";

    /** All events. @throws StorageFault when there is no journal, or it is in use, damaged, newer or out of reach */
    public List<JournalEntry> readAll() throws StorageFault {
        List<JournalEntry> entries = new ArrayList<>();
        forEach(entries::add);
        return entries;
    }

    /** Visits all events one by one; memory stays bounded by a portion of them. */
    public void forEach(Consumer<JournalEntry> visitor) throws StorageFault {
        try (Connection connection = database.openToRead();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(PORTION);
            try (ResultSet rows = statement.executeQuery(SELECT)) {
                while (rows.next()) {
                    visitor.accept(entry(rows));
                }
            }
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    private JournalEntry entry(ResultSet rows) throws SQLException, StorageFault {
        String persistenceId = rows.getString(2);
        long sequenceNumber = rows.getLong(3);
        try {
            return new JournalEntry(
                    rows.getLong(1), persistenceId, sequenceNumber, EventTypes.decode(rows.getBytes(4)));
        } catch (IOException e) {
            throw database.unreadable("event " + sequenceNumber + " of " + persistenceId, e);
        }
    }
}
