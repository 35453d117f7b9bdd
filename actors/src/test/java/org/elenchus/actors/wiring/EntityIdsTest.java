package org.elenchus.actors.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EntityIdsTest {
    @Property
    void ids_survive_the_journal(
            @ForAll @StringLength(min = 1, max = 20) String run,
            @ForAll @StringLength(min = 1, max = 20) String local) {
        String id = EntityIds.of(encodable(run), encodable(local));
        assertThat(id).matches("[A-Za-z0-9%*+_.-]*~[A-Za-z0-9%*+_.-]*");
        assertThat(EntityIds.parse(
                        EntityIds.persistenceId(EntityTypes.SKILL, id).id()))
                .contains(new EntityIds.EntityId("Skill", encodable(run), Optional.of(encodable(local))));
    }

    /** Lone surrogates are no text. */
    private static String encodable(String text) {
        return text.codePoints()
                .filter(c -> c > 0xFFFF || !Character.isSurrogate((char) c))
                .limit(15)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('x')
                .toString();
    }

    @Test
    void a_persistence_id_can_be_read_by_people() {
        assertThat(EntityIds.persistenceId(EntityTypes.SKILL, EntityIds.of("run-1", "guard-null"))
                        .id())
                .isEqualTo("Skill|run-1~guard-null");
        assertThat(EntityIds.parse("Solver|run-1"))
                .contains(new EntityIds.EntityId("Solver", "run-1", Optional.empty()));
        assertThat(EntityIds.parse("nonsense")).isEmpty();
    }

    @Test
    void a_long_path_fits_into_the_journals_255_characters() {
        String id = EntityIds.of("run-0123456789ab", "dir:/" + "deep/".repeat(80));
        assertThat(EntityIds.persistenceId(EntityTypes.REPOSITORY, id).id()).hasSizeLessThan(255);
    }
}
