package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeStoreTest {
    private static final Execution REFUSED = new Execution.DidNotCompile(List.of("A.java:3: ';' expected"));

    @TempDir
    Path folder;

    @Test
    void an_outcome_is_recalled_after_a_restart() {
        Digest request = Digest.of("request");
        try (OutcomeStore store = OutcomeStore.open(folder.resolve("outcomes.mv"))) {
            assertThat(store.recall(request)).isEmpty();
            store.remember(request, REFUSED);
        }
        try (OutcomeStore store = OutcomeStore.open(folder.resolve("outcomes.mv"))) {
            assertThat(store.recall(request)).contains(REFUSED);
        }
    }

    @Test
    void a_damaged_file_is_set_aside_and_a_fresh_one_begun() throws Exception {
        Path file = folder.resolve("outcomes.mv");
        Files.writeString(file, "no store at all ".repeat(2000));

        try (OutcomeStore store = OutcomeStore.open(file)) {
            assertThat(store.size()).isZero();
            store.remember(Digest.of("request"), REFUSED);
            assertThat(store.recall(Digest.of("request"))).contains(REFUSED);
        }
        assertThat(folder.resolve("outcomes.mv.damaged")).exists();
    }
}
