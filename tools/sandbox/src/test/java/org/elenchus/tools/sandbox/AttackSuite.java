package org.elenchus.tools.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks that really run. A bound that the sandbox claims must hold; one that it says it does not enforce is attacked all the same, and
 * what happened is a line of the table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackSuite implements GradingAttacks, ExhaustionAttacks, EscapeAttacks, AttackedSandbox.Kind {
    private @Nullable AttackedSandbox victim;

    @BeforeAll
    void open(@TempDir Path repositories, @TempDir Path elsewhere) throws Exception {
        victim = new AttackedSandbox(this, repositories, elsewhere);
    }

    @Override
    public AttackedSandbox victim() {
        if (victim == null) {
            throw new IllegalStateException("the sandbox could not be opened");
        }
        return victim;
    }

    @AfterAll
    void close() throws IOException {
        if (victim != null) {
            victim.close();
        }
    }
}
