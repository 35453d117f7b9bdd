package org.elenchus.tools.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.policy.PolicyChange.Weighed;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {
    private static final List<String> NAMES = List.of(
            "loc:stack=off",
            "loc:stack=top-line",
            "loc:stack=off&fail=assertion",
            "loc:if",
            "edit:add-guard&if",
            "edit:x");

    private static PolicyWeights weights(double... weights) {
        return new PolicyWeights(Role.SOLVER, NAMES, weights);
    }

    @Test
    void names_say_what_they_are_about() {
        assertThat(NAMES)
                .map(FeatureName::of)
                .extracting(name -> name.group() + " | " + name.value())
                .containsExactly(
                        "where to look: stack | off",
                        "where to look: stack | top-line",
                        "where to look: stack × failure | off × assertion",
                        "where to look: place | if",
                        "what to change: edit × context | add-guard × if",
                        "what to change: edit | x");
    }

    @Test
    void the_strongest_of_each_group_come_first_and_zeroes_are_left_out() throws Exception {
        PolicyChange change = PolicyChange.between(weights(0, 0, 0, 0, 0, 0), weights(1, -2, 0, 0, 3, 0));

        Map<String, List<Weighed>> strongest = change.strongest(1);

        assertThat(strongest.keySet()).containsExactly("where to look: stack", "what to change: edit × context");
        assertThat(strongest.get("where to look: stack"))
                .singleElement()
                .satisfies(feature -> assertThat(feature.weight()).isEqualTo(-2));
    }

    @Test
    void what_changed_most_is_what_training_did() throws Exception {
        PolicyChange change = PolicyChange.between(weights(5, 0, 0, 0, 0, 1), weights(5, 0.5, 0, 0, -1, 1.25));

        assertThat(change.changed()).isEqualTo(3);
        assertThat(change.mostChanged(2))
                .extracting(feature -> feature.feature().name())
                .containsExactly("edit:add-guard&if", "loc:stack=top-line");
    }

    @Test
    void policies_of_different_solvers_cannot_be_compared() {
        PolicyWeights other = new PolicyWeights(Role.SOLVER, List.of("loc:a"), new double[1]);

        assertThatThrownBy(() -> PolicyChange.between(other, weights(0, 0, 0, 0, 0, 0)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("know different features");
    }

    @Test
    void every_feature_of_the_embedded_solver_has_a_group_with_a_name() {
        assertThat(new EmbeddedSolver().basePolicy().features())
                .map(FeatureName::of)
                .allSatisfy(name -> assertThat(name.group()).matches("(where to look|what to change): [\\w× -]+"))
                .allSatisfy(name -> assertThat(name.value()).isNotBlank());
    }
}
