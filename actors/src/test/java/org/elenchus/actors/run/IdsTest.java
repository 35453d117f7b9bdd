package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Pools;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void a_repository_goes_by_its_short_name_where_that_is_plain_and_its_own() {
        assertThat(Ids.repository(Specs.POOLS, Specs.ALPHA)).isEqualTo("alpha");
        Pools odd = new Pools(
                Specs.repositories("dir:/home/me/my lib+x"), Specs.repositories("dir:/"), Specs.repositories("dir:/b"));
        assertThat(odd.all()).extracting(each -> Ids.repository(odd, each)).containsExactly("my_lib_x", "_", "b");
    }

    @Test
    void namesakes_are_told_apart() {
        Pools namesakes = new Pools(
                Specs.repositories("maven:org.a:core:1", "maven:org.b:core:1"),
                Specs.repositories("dir:/x/Core"),
                Specs.repositories("maven:org.d:delta:1"));
        assertThat(namesakes.all())
                .extracting((RepositoryCoordinate each) -> Ids.repository(namesakes, each))
                .doesNotHaveDuplicates()
                .contains("delta");
    }
}
