package org.elenchus.persistence;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.elenchus.protocol.JournaledEvent;

/** Reads a journal without an ActorSystem, in the order in which it was written. @param database where the journal is kept */
public record JournalReader(Database database) {
    private static final int PORTION = 1000;

    /** Of those to be read newest first, as few are wanted. */
    private static final int FEW = 20;

    private static final String COLUMNS =
            "SELECT \"ordering\", \"persistence_id\", \"sequence_number\", \"event_payload\""
                    + " FROM \"event_journal\" WHERE \"deleted\" = FALSE";

    private static final String SELECT = COLUMNS
            // Pekko keeps its own events in it, too: which runs are to be started again after a crash.
            + " AND \"persistence_id\" NOT LIKE '/sharding/%' AND \"persistence_id\" LIKE ? ORDER BY \"ordering\"";

    private static final String FIRSTS =
            COLUMNS + " AND \"persistence_id\" LIKE ? AND \"sequence_number\" = 1 ORDER BY \"ordering\"";

    private static final String NEWEST =
            COLUMNS + " AND \"persistence_id\" = ? AND \"sequence_number\" > 1 ORDER BY \"sequence_number\" DESC";

    /** All events. @throws StorageFault when there is no journal, or it is in use, damaged, newer or out of reach */
    public List<JournalEntry> readAll() throws StorageFault {
        List<JournalEntry> entries = new ArrayList<>();
        forEach(entries::add);
        return entries;
    }

    /** The events of one run; none when there is no such run. @throws StorageFault as above */
    public List<JournalEntry> read(String runId) throws StorageFault {
        List<JournalEntry> entries = new ArrayList<>();
        // The pattern may find more: an underscore stands for any character.
        forEach("%|" + URLEncoder.encode(runId, StandardCharsets.UTF_8) + "%", entry -> {
            if (entry.belongsTo(runId)) {
                entries.add(entry);
            }
        });
        return entries;
    }

    /** Visits all events one by one; memory stays bounded by a portion of them. */
    public void forEach(Consumer<JournalEntry> visitor) throws StorageFault {
        forEach("%", visitor);
    }

    /**
     * Of every entity of a type, those begun first ahead: its first event, then its others from the newest back to one that is enough. They are few
     * where that comes often, however long the histories are.
     *
     * @param enough after which older ones are not read
     */
    public List<List<JournalEntry>> latest(String type, Predicate<JournaledEvent> enough) throws StorageFault {
        try (Connection connection = database.openToRead();
                PreparedStatement firsts = connection.prepareStatement(FIRSTS);
                PreparedStatement newest = connection.prepareStatement(NEWEST)) {
            firsts.setString(1, type + "|%");
            List<List<JournalEntry>> all = new ArrayList<>();
            try (ResultSet rows = firsts.executeQuery()) {
                while (rows.next()) {
                    all.add(new ArrayList<>(List.of(entry(rows))));
                }
            }
            newest.setFetchSize(FEW);
            for (List<JournalEntry> entity : all) {
                newest.setString(1, entity.get(0).persistenceId());
                addUntil(enough, newest, entity);
            }
            return all;
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    private void addUntil(Predicate<JournaledEvent> enough, PreparedStatement newest, List<JournalEntry> entity)
            throws SQLException, StorageFault {
        try (ResultSet rows = newest.executeQuery()) {
            boolean goOn = true;
            while (goOn && rows.next()) {
                JournalEntry entry = entry(rows);
                entity.add(entry);
                goOn = !enough.test(entry.event());
            }
        }
    }

    private void forEach(String persistenceIds, Consumer<JournalEntry> visitor) throws StorageFault {
        try (Connection connection = database.openToRead();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setFetchSize(PORTION);
            statement.setString(1, persistenceIds);
            try (ResultSet rows = statement.executeQuery()) {
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
