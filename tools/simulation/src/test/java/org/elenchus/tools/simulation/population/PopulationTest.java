package org.elenchus.tools.simulation.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillProtocol.SkillRevised;
import org.elenchus.protocol.skill.SkillProtocol.TracesObserved;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.tools.simulation.population.SkillHistory.Lesson;
import org.elenchus.tools.simulation.population.SkillHistory.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTest {
    private static final SkillId SKILL = new SkillId("skill-1");

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "3, 7, 13", "3, 7, 14", "3, 7, 100", "10, 50, 1001", "2, 1, 23"})
    void the_entities_have_exactly_so_many_events_in_all(int repositories, int skills, long events) {
        Population population = new Population(1, repositories, skills, events);

        assertThat(IntStream.range(0, population.size())
                        .mapToLong(
                                number -> population.resident(number).events().size())
                        .sum())
                .isEqualTo(events);
    }

    @Test
    void every_entity_has_a_name_of_its_own_and_events_of_its_kind() {
        Population population = new Population(1, 4, 30, 400);

        assertThat(IntStream.range(0, population.size())
                        .mapToObj(number -> population.resident(number).persistenceId()))
                .doesNotHaveDuplicates()
                .contains("Repository|run-000000000003~maven%3Aorg.example%3Alibrary-3%3A1.0")
                .contains("Skill|run-000000000001~skill-29");
        assertThat(population.resident(3).events()).allMatch(event -> event instanceof RepositoryProtocol.Event);
        assertThat(population.resident(4).events()).allMatch(event -> event instanceof SkillProtocol.Event);
    }

    @Test
    void one_seed_gives_one_history_and_another_gives_another() {
        List<? extends JournaledEvent> once =
                new Population(1, 2, 5, 104).resident(4).events();

        assertThat(new Population(1, 2, 5, 104).resident(4).events()).isEqualTo(once);
        assertThat(new Population(2, 2, 5, 104).resident(4).events()).isNotEqualTo(once);
    }

    @Test
    void a_history_ends_with_the_distillation_that_is_asked_for() {
        Population population = new Population(3, 1, 8, 2 + 8 * 11);
        for (int number = 1; number < population.size(); number++) {
            Resident.Skilled skill = (Resident.Skilled) population.resident(number);
            String last = switch (skill.events().get(skill.events().size() - 1)) {
                case SkillRevised revised -> revised.requestId();
                case TracesObserved observed -> observed.requestId();
                default -> "something else";
            };

            assertThat(last).isEqualTo(skill.lastObserved().requestId());
        }
    }

    @Test
    void the_traces_of_a_history_are_those_its_answer_counts() {
        Resident.Skilled skill = (Resident.Skilled) new Population(5, 1, 1, 402).resident(1);

        List<String> traces = skill.events().stream()
                .flatMap(event -> event instanceof SkillRevised revised
                        ? revised.causedBy().stream()
                        : event instanceof TracesObserved observed ? observed.traces().stream() : null)
                .toList();

        assertThat(traces).doesNotHaveDuplicates();
        assertThat(skill.lastObserved().skill().coverage()).isEqualTo(traces.size());
    }

    @Test
    void mastery_is_pooled_over_the_last_two_rounds_that_had_evidence() {
        Observation first = new Observation(true, 3, 8, 8);
        Observation last = new Observation(false, 2, 4, 1);
        Lesson scored = new Lesson(List.of(Optional.of(0.5), Optional.empty(), Optional.of(1.0)));
        Lesson refused = new Lesson(List.of(Optional.empty()));

        assertThat(new SkillHistory(List.of(first, last), List.of(scored)).standing(SKILL))
                .isEqualTo(new SkillRef(SKILL, 1, 5, 2.5 / 6));
        assertThat(new SkillHistory(List.of(first, last), List.of(refused)).standing(SKILL))
                .isEqualTo(new SkillRef(SKILL, 1, 5, 9.0 / 12));
    }

    @Test
    void a_sample_has_no_entity_twice_and_no_more_than_there_are() {
        Population population = new Population(1, 10, 90, 1000);

        assertThat(population.sample(20, 7)).hasSize(20).doesNotHaveDuplicates();
        assertThat(population.sample(20, 7)).isEqualTo(population.sample(20, 7));
        assertThat(population.sample(20, 8)).isNotEqualTo(population.sample(20, 7));
        assertThat(population.sample(1000, 7))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 100, at least one repository",
        "1, 0, 100, at least one repository",
        "10, 20, 39, at least 40 events",
        "1, 1, 20000, at most 10000 events"
    })
    void what_cannot_be_is_refused(int repositories, int skills, long events, String said) {
        assertThatThrownBy(() -> new Population(1, repositories, skills, events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
