package org.elenchus.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.elenchus.persistence.DataFolderFault.Kind;

/** Reads the embedded journal without an ActorSystem, in the order in which it was written. */
public final class JournalReader {
    private static final String SELECT =
            "SELECT \"ordering\", \"persistence_id\", \"sequence_number\", \"event_payload\""
                    + " FROM \"event_journal\" WHERE \"deleted\" = FALSE ORDER BY \"ordering\"";

    private final DataPaths paths;

    public JournalReader(Path dataFolder) {
        this.paths = DataPaths.of(dataFolder);
    }

    /** All events. @throws DataFolderFault when there is no journal, or it is in use, damaged or newer */
    public List<JournalEntry> readAll() throws DataFolderFault {
        List<JournalEntry> entries = new ArrayList<>();
        forEach(entries::add);
        return entries;
    }

    /** Visits all events one by one; memory stays bounded by one event. */
    public void forEach(Consumer<JournalEntry> visitor) throws DataFolderFault {
        try (Connection connection = EmbeddedJournal.openToRead(paths);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SELECT)) {
            while (rows.next()) {
                visitor.accept(entry(rows));
            }
        } catch (SQLException e) {
            throw DataFolderFaults.of(paths.root(), e);
        }
    }

    private JournalEntry entry(ResultSet rows) throws SQLException, DataFolderFault {
        String persistenceId = rows.getString(2);
        long sequenceNumber = rows.getLong(3);
        try {
            return new JournalEntry(
                    rows.getLong(1), persistenceId, sequenceNumber, EventTypes.decode(rows.getBytes(4)));
        } catch (IOException e) {
            throw new DataFolderFault(
                    Kind.NEWER,
                    "event " + sequenceNumber + " of " + persistenceId + " in " + paths.root() + " cannot be read ("
                            + e.getMessage()
                            + "); a newer version of elenchus may have written it: upgrade, or use another data folder",
                    e);
        }
    }
}
