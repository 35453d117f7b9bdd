package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.elenchus.persistence.DataFolderFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path data;

    @Test
    void refuses_a_damaged_journal() throws Exception {
        Files.writeString(data.resolve("journal.mv.db"), "this is no database\n".repeat(1000));

        assertFault(Kind.DAMAGED, () -> new JournalReader(EmbeddedDatabase.in(data)).readAll());
    }

    @Test
    void says_that_an_empty_folder_has_no_journal() {
        assertFault(Kind.EMPTY, () -> new JournalReader(EmbeddedDatabase.in(data)).readAll());
    }

    @Test
    void refuses_a_file_where_a_folder_should_be() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");

        assertFault(Kind.NOT_A_FOLDER, () -> DataFolder.claim(file));
        assertFault(Kind.NOT_A_FOLDER, () -> DataFolder.check(file.resolve("below")));
    }

    @Test
    void refuses_a_path_of_which_h2_would_take_the_end_for_settings() throws Exception {
        Path folder = data.resolve("a;b");

        assertFault(Kind.NOT_A_FOLDER, () -> DataFolder.check(folder.resolve("below")));
        assertFault(Kind.NOT_A_FOLDER, () -> DataFolder.claim(folder));
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_check_writes_nothing() throws Exception {
        DataFolder.check(data.resolve("a/b"));

        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void closing_gives_back_what_commits_have_left_behind() throws Exception {
        Path file = data.resolve("journal.mv.db");
        long open;
        try (EmbeddedDatabase database = EmbeddedDatabase.in(data)) {
            database.initialise();
            try (Connection connection = database.openToRead();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE grown (text VARCHAR)");
                for (int i = 0; i < 300; i++) {
                    statement.execute("INSERT INTO grown VALUES ('" + i + "')");
                }
            }
            open = Files.size(file);
        }
        assertThat(Files.size(file)).isLessThan(open / 4);
        try (Connection connection = EmbeddedDatabase.in(data).openToRead();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(DISTINCT text) FROM grown")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(300);
        }
    }

    private void assertFault(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFolderFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(data.toString());
    }
}
