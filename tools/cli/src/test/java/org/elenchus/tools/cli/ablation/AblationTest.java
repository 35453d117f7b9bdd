package org.elenchus.tools.cli.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.learning.Role;
import org.junit.jupiter.api.Test;

class AblationTest {
    private static final List<String> FEATURES =
            List.of("loc:stack=off", "edit:boundary", "loc:stack=top-line", "edit:variant=plain", "edit:negate");
    private static final PolicyWeights BASE = policy(1, 0, 2, 0, 0);

    private static PolicyWeights policy(double... weights) {
        return new PolicyWeights(Role.SOLVER, FEATURES, weights);
    }

    @Test
    void without_a_family_its_weights_are_those_before_training_and_all_others_as_trained() {
        List<Ablation> ablations = Ablation.of(BASE, policy(1.5, 0.5, 2, 0, -0.5));

        assertThat(ablations)
                .extracting(Ablation::family)
                .containsExactly("where to look: stack", "what to change: edit");
        assertThat(ablations.get(0).without().weights()).containsExactly(1, 0.5, 2, 0, -0.5);
        assertThat(ablations.get(1).without().weights()).containsExactly(1.5, 0, 2, 0, 0);
    }

    @Test
    void only_a_family_is_the_untrained_policy_but_for_that_family() {
        List<Ablation> ablations = Ablation.of(BASE, policy(1.5, 0.5, 2, 0, -0.5));

        assertThat(ablations.get(0).only().weights()).containsExactly(1.5, 0, 2, 0, 0);
        assertThat(ablations.get(1).only().weights()).containsExactly(1, 0.5, 2, 0, -0.5);
        assertThat(ablations).extracting(Ablation::changed).containsExactly(1, 2);
        assertThat(ablations).allSatisfy(a -> assertThat(a.only().features()).isEqualTo(FEATURES));
    }

    @Test
    void what_training_left_alone_cannot_be_taken_away() {
        assertThat(Ablation.of(BASE, BASE)).isEmpty();
        assertThat(Ablation.of(BASE, policy(1, 0, 2, 0.5, 0)))
                .extracting(Ablation::family)
                .containsExactly("what to change: variant");
    }

    @Test
    void policies_of_different_features_are_refused() {
        PolicyWeights other = new PolicyWeights(Role.SOLVER, List.of("edit:negate"), new double[] {0});

        assertThatThrownBy(() -> Ablation.of(BASE, other)).hasMessageContaining("different features");
    }
}
