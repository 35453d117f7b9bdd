package org.elenchus.tools.cli.node.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.tools.cli.node.population.ClusterView.Region;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
    private static ClusterView view(Region... regions) {
        return new ClusterView(List.of("a:1", "b:1"), "a:1", List.of(regions));
    }

    @Test
    void the_spread_is_that_of_the_least_even_kind_and_not_between_kinds() {
        assertThat(view(
                                new Region("Repository", "a:1", 10, 0),
                                new Region("Repository", "b:1", 11, 0),
                                new Region("Skill", "a:1", 50, 0),
                                new Region("Skill", "b:1", 47, 0))
                        .spread())
                .isEqualTo(3);
    }

    @Test
    void shards_and_entities_are_counted_over_all_nodes() {
        ClusterView view = view(new Region("Skill", "a:1", 5, 70), new Region("Skill", "b:1", 4, 30));

        assertThat(view.shards()).isEqualTo(9);
        assertThat(view.entities()).isEqualTo(100);
        assertThat(view().spread()).isZero();
    }
}
