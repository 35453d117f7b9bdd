package org.elenchus.persistence;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.elenchus.protocol.JournaledEvent;

/** Reads a journal without an ActorSystem, in the order in which it was written. @param database where the journal is kept */
public record JournalReader(Database database) {
    private static final int PORTION = 1000;

    /** Of those to be read newest first, as few are wanted. */
    private static final int FEW = 20;

    private static final String KEPT = " FROM \"event_journal\" WHERE \"deleted\" = FALSE";

    // Pekko keeps its own events in it, too: which runs are to be started again after a crash.
    private static final String OWN = KEPT + " AND \"persistence_id\" NOT LIKE '/sharding/%'";

    private static final String COLUMNS =
            "SELECT \"ordering\", \"persistence_id\", \"sequence_number\", \"event_payload\"";

    private static final String SELECT = COLUMNS + OWN + " AND \"persistence_id\" LIKE ? ORDER BY \"ordering\"";

    private static final String COUNTS = "SELECT \"persistence_id\", COUNT(*)" + OWN + " GROUP BY \"persistence_id\"";

    private static final String FIRSTS =
            COLUMNS + KEPT + " AND \"persistence_id\" LIKE ? AND \"sequence_number\" = 1 ORDER BY \"ordering\"";

    private static final String NEWEST = COLUMNS + KEPT
            + " AND \"persistence_id\" = ? AND \"sequence_number\" > 1 ORDER BY \"sequence_number\" DESC";

    /**
     * Visits the events of one run one by one; there are none when there is no such run. Memory stays bounded by a portion of them.
     *
     * @throws StorageFault when there is no journal, or it is in use, damaged, newer or out of reach
     */
    public void forEach(String runId, Consumer<JournalEntry> visitor) throws StorageFault {
        // The pattern may find more: an underscore stands for any character.
        forEach("%|" + URLEncoder.encode(runId, StandardCharsets.UTF_8) + "%", event -> true, entry -> {
            if (entry.belongsTo(runId)) {
                visitor.accept(entry);
            }
        });
    }

    /** Visits the events of some classes that the entities of a type have written; the others are passed over quickly. @throws StorageFault as above */
    public void forEach(String type, Set<Class<? extends JournaledEvent>> wanted, Consumer<JournalEntry> visitor)
            throws StorageFault {
        forEach(type + "|%", wanted::contains, visitor);
    }

    /** How many events each run has, in all its entities. @throws StorageFault as above */
    public Map<String, Integer> counts() throws StorageFault {
        try (Connection connection = database.openToRead();
                PreparedStatement statement = connection.prepareStatement(COUNTS);
                ResultSet rows = statement.executeQuery()) {
            Map<String, Integer> counts = new HashMap<>();
            while (rows.next()) {
                counts.merge(JournalEntry.runId(rows.getString(1)), rows.getInt(2), Integer::sum);
            }
            return counts;
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    /** The first event of every entity of a type, those begun first ahead. @throws StorageFault as above */
    public List<JournalEntry> firsts(String type) throws StorageFault {
        try (Connection connection = database.openToRead()) {
            return firsts(type, connection);
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    /** All events at once: for small journals. */
    List<JournalEntry> readAll() throws StorageFault {
        List<JournalEntry> entries = new ArrayList<>();
        forEach("%", event -> true, entries::add);
        return entries;
    }

    /**
     * Of every entity of a type, those begun first ahead: its first event, then its others from the newest back to one that is enough. They are few
     * where that comes often, however long the histories are.
     *
     * @param enough after which older ones are not read
     */
    public List<List<JournalEntry>> latest(String type, Predicate<JournaledEvent> enough) throws StorageFault {
        try (Connection connection = database.openToRead();
                PreparedStatement newest = connection.prepareStatement(NEWEST)) {
            newest.setFetchSize(FEW);
            List<List<JournalEntry>> all = new ArrayList<>();
            for (JournalEntry first : firsts(type, connection)) {
                List<JournalEntry> entity = new ArrayList<>(List.of(first));
                newest.setString(1, first.persistenceId());
                addUntil(enough, newest, entity);
                all.add(entity);
            }
            return all;
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    private List<JournalEntry> firsts(String type, Connection connection) throws SQLException, StorageFault {
        try (PreparedStatement statement = connection.prepareStatement(FIRSTS)) {
            statement.setString(1, type + "|%");
            List<JournalEntry> firsts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entry(rows, event -> true).ifPresent(firsts::add);
                }
            }
            return firsts;
        }
    }

    private void addUntil(Predicate<JournaledEvent> enough, PreparedStatement newest, List<JournalEntry> entity)
            throws SQLException, StorageFault {
        try (ResultSet rows = newest.executeQuery()) {
            while (rows.next()) {
                JournalEntry entry = entry(rows, event -> true).orElseThrow();
                entity.add(entry);
                if (enough.test(entry.event())) {
                    return;
                }
            }
        }
    }

    private void forEach(String persistenceIds, Predicate<Class<?>> wanted, Consumer<JournalEntry> visitor)
            throws StorageFault {
        try (Connection connection = database.openToRead();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setFetchSize(PORTION);
            statement.setString(1, persistenceIds);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entry(rows, wanted).ifPresent(visitor);
                }
            }
        } catch (SQLException e) {
            throw database.faultOf(e);
        }
    }

    private Optional<JournalEntry> entry(ResultSet rows, Predicate<Class<?>> wanted) throws SQLException, StorageFault {
        long ordering = rows.getLong(1);
        String persistenceId = rows.getString(2);
        long sequenceNumber = rows.getLong(3);
        try {
            return EventTypes.decode(rows.getBytes(4), wanted)
                    .map(event -> new JournalEntry(ordering, persistenceId, sequenceNumber, event));
        } catch (IOException e) {
            throw database.unreadable("event " + sequenceNumber + " of " + persistenceId, e);
        }
    }
}
