package org.elenchus.tools.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.persistence.DataPaths;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.policy.SolverChoice.Chosen;
import org.elenchus.tools.cli.testing.JournalFile;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SolverChoiceTest {
    private static final String RUN = Samples.SPEC.runId();
    private static final String LATER = Samples.spec(8).runId();

    private final List<String> said = new ArrayList<>();

    @TempDir
    Path folder;

    private ArtifactStore artifacts;

    @BeforeEach
    void open() {
        artifacts = ArtifactStore.in(DataPaths.of(folder).artifacts());
    }

    /** A finished run that started from the weights (1, 0) and came to these. */
    private List<JournalEntry> trained(double first, double second) {
        return Samples.trained(artifacts.put(Samples.weights(1, 0)), artifacts.put(Samples.weights(first, second)));
    }

    private Chosen chosen(String... options) throws Exception {
        SolverChoice choice = CommandLine.populateCommand(new SolverChoice(), options);
        try (Database database = EmbeddedDatabase.in(folder)) {
            return choice.of(Samples.weights(0, 0), database, said::add);
        }
    }

    private static void assertTrained(Chosen chosen, String name, double... weights) {
        assertThat(chosen.name()).isEqualTo(name);
        assertThat(chosen.policy().weights()).containsExactly(weights);
        assertThat(chosen.pools()).contains(Samples.SPEC.pools());
    }

    private static void assertUntrained(Chosen chosen) {
        assertThat(chosen.name()).isEqualTo("untrained");
        assertThat(chosen.policy().weights()).containsExactly(0, 0);
        assertThat(chosen.pools()).isEmpty();
    }

    private void assertRefused(String which, ExitCode exitCode, String message) {
        assertThatThrownBy(() -> chosen("--solver", which))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(exitCode));
    }

    @Test
    void unless_told_it_goes_by_what_the_finished_run_started_last_has_left() throws Exception {
        JournalFile.write(folder, Samples.ofSeed(8, trained(3, 4)), trained(1, 2));

        assertTrained(chosen(), LATER + "@1", 3, 4);
        assertThat(said).isEmpty();
    }

    @Test
    void later_runs_that_have_not_finished_or_have_no_solver_are_passed_over() throws Exception {
        JournalFile.write(
                folder,
                trained(1, 2),
                Samples.ofSeed(8, Samples.unfinished(trained(3, 4))),
                Samples.ofSeed(9, Samples.finishedRun()));

        assertTrained(chosen(), RUN + "@1", 1, 2);
        assertThat(said).isEmpty();
    }

    @Test
    void a_run_that_is_named_need_be_neither_the_last_nor_finished() throws Exception {
        JournalFile.write(folder, Samples.unfinished(trained(1, 2)), Samples.ofSeed(8, trained(3, 4)));

        assertTrained(chosen("--solver", RUN), RUN + "@1", 1, 2);
        assertTrained(chosen("--solver", RUN + "@1"), RUN + "@1", 1, 2);
        assertTrained(chosen("--solver", RUN + "@0"), RUN + "@0", 1, 0);
    }

    @Test
    void the_untrained_policy_is_had_where_others_are() throws Exception {
        JournalFile.write(folder, trained(1, 2));

        assertUntrained(chosen("--solver", "untrained"));
        assertThat(said).isEmpty();
    }

    @Test
    void where_no_run_is_finished_the_untrained_policy_is_taken_and_it_is_said() throws Exception {
        JournalFile.write(folder, Samples.unfinished(trained(1, 2)));

        assertUntrained(chosen());
        assertThat(said)
                .singleElement()
                .asString()
                .contains("no run is finished here", "the untrained policy", "elenchus evolve");
    }

    @Test
    void where_nothing_was_ever_run_the_untrained_policy_is_taken_and_it_is_said() throws Exception {
        assertUntrained(chosen());
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("there is no journal in " + folder);
        assertThat(said.get(1)).contains("no run is finished here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN@x | USAGE | --solver: 'x' is no version; write RUN@NUMBER, see 'elenchus solver show'",
                "RUN@ | USAGE | --solver: '' is no version; write RUN@NUMBER, see 'elenchus solver show'",
                "RUN@2 | FAILURE | has no version 2 of its solver; it has 0 to 1",
                "RUN@-1 | FAILURE | has no version -1 of its solver; it has 0 to 1",
                "run-none | FAILURE | there is no run run-none in this data folder; see 'elenchus run list'",
                "run-none@1 | FAILURE | there is no run run-none in this data folder; see 'elenchus run list'"
            })
    void what_names_no_policy_is_refused(String which, ExitCode exitCode, String message) throws Exception {
        JournalFile.write(folder, trained(1, 2));

        assertRefused(which.replace("RUN", RUN), exitCode, message);
    }

    @Test
    void a_policy_with_other_features_is_refused_with_a_remedy() throws Exception {
        Digest other = artifacts.put(new PolicyWeights(Role.SOLVER, List.of("loc:old"), new double[] {1}));
        JournalFile.write(folder, trained(1, 2), Samples.ofSeed(8, Samples.trained(other, other)));

        assertThatThrownBy(this::chosen)
                .isInstanceOf(Fault.class)
                .hasMessageContaining("was trained by another version; train one with 'elenchus evolve'");
        assertRefused(LATER + "@0", ExitCode.FAILURE, "was trained by another version");
        assertTrained(chosen("--solver", RUN), RUN + "@1", 1, 2);
    }
}
