package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.elenchus.persistence.DataFolderFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedJournalTest {
    @TempDir
    Path data;

    @Test
    void making_the_schema_twice_changes_nothing() throws Exception {
        try (DataFolder folder = DataFolder.claim(data)) {
            EmbeddedJournal.initialise(folder);
            EmbeddedJournal.initialise(folder);
            EmbeddedJournal.shutdown(folder);
        }
        assertThat(new JournalReader(data).readAll()).isEmpty();
    }

    @Test
    void refuses_a_journal_written_by_a_newer_version() throws Exception {
        try (DataFolder folder = DataFolder.claim(data)) {
            EmbeddedJournal.initialise(folder);
            EmbeddedJournal.shutdown(folder);
            sql("UPDATE elenchus_schema SET version = 99");

            assertFault(Kind.NEWER, () -> EmbeddedJournal.initialise(folder));
        }
        assertFault(Kind.NEWER, () -> new JournalReader(data).readAll());
    }

    @Test
    void refuses_an_event_this_version_does_not_know() throws Exception {
        try (DataFolder folder = DataFolder.claim(data)) {
            EmbeddedJournal.initialise(folder);
            EmbeddedJournal.shutdown(folder);
        }
        sql("INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\", \"writer\", \"write_timestamp\","
                + " \"adapter_manifest\", \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                + " VALUES ('X|run-1', 1, '', 0, '', STRINGTOUTF8('{\"event\":\"of-the-future\"}'), 1, '')");

        assertFault(Kind.NEWER, () -> new JournalReader(data).readAll());
    }

    @Test
    void refuses_a_damaged_journal() throws Exception {
        Files.writeString(data.resolve("journal.mv.db"), "this is no database\n".repeat(1000));

        assertFault(Kind.DAMAGED, () -> new JournalReader(data).readAll());
    }

    @Test
    void says_that_an_empty_folder_has_no_journal() {
        assertFault(Kind.EMPTY, () -> new JournalReader(data).readAll());
    }

    @Test
    void refuses_a_file_where_a_folder_should_be() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");

        assertFault(Kind.NOT_A_FOLDER, () -> DataFolder.claim(file));
        assertFault(Kind.NOT_A_FOLDER, () -> DataFolder.check(file.resolve("below")));
    }

    @Test
    void a_check_writes_nothing() throws Exception {
        DataFolder.check(data.resolve("a/b"));

        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    private void assertFault(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFolderFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(data.toString());
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + data.resolve("journal") + ";IFEXISTS=TRUE", "sa", "");
                var s = connection.createStatement()) {
            s.execute(statement);
        }
    }
}
