package org.elenchus.tools.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.SolverVersion;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTextTest {
    @TempDir
    Path folder;

    private static RunHistory run(Digest base, Digest trained) {
        return RunHistory.of(Samples.trained(base, trained)).orElseThrow();
    }

    @Test
    void two_versions_are_shown_side_by_side() throws Exception {
        try (Database database = EmbeddedDatabase.in(folder)) {
            Digest base = database.artifacts().put(Samples.weights(1, 0));
            Digest trained = database.artifacts().put(Samples.weights(1, 0.5));
            RunHistory run = run(base, trained);
            SolverPolicies policies = new SolverPolicies(run);
            assertThat(run.solver()).contains(trained);

            PolicyText text = PolicyText.of(run.runId(), policies.latest(), policies.version(0), database, 5);

            assertThat(text.text())
                    .contains("version 1 (iteration 1, round 2, " + trained.brief(), "version 0 (untrained, ")
                    .contains("2 features, of which 1 differ", "what to change: edit = add-guard")
                    .contains("+0.500");
            JsonNode json = ProtocolJson.mapper().readTree(text.json());
            assertThat(json.path("version").path("number").asInt()).isEqualTo(1);
            assertThat(json.path("groups")).hasSize(2);
            assertThat(json.path("changed").path(0).path("name").asText()).isEqualTo("edit:add-guard");
            assertThat(json.path("changed").path(0).path("change").asDouble()).isEqualTo(0.5);
        }
    }

    @Test
    void a_version_that_is_not_there_is_refused() {
        SolverPolicies policies = new SolverPolicies(run(Digest.of("a"), Digest.of("b")));

        assertThatThrownBy(() -> policies.version(2))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("has no version 2 of its solver; it has 0 to 1");
        assertThatThrownBy(() -> policies.version(-1)).isInstanceOf(Fault.class);
    }

    @Test
    void a_run_whose_solver_was_never_opened_has_no_policy() {
        SolverPolicies policies =
                new SolverPolicies(RunHistory.of(Samples.finishedRun()).orElseThrow());

        assertThatThrownBy(policies::latest).isInstanceOf(Fault.class).hasMessageContaining("has no solver yet");
    }

    @Test
    void versions_are_numbered_by_updates() {
        assertThat(run(Digest.of("a"), Digest.of("b")).solvers())
                .extracting(SolverVersion::number, SolverVersion::origin)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "untrained"),
                        org.assertj.core.groups.Tuple.tuple(1, "iteration 1, round 2"));
    }
}
