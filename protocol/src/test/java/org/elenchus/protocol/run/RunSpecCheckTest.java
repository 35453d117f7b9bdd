package org.elenchus.protocol.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.learning.LearningSettings;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in as JSON, with one thing wrong. */
class RunSpecCheckTest {
    private static final RunSpec SPEC = new RunSpec(
            1,
            new Pools(one("train"), one("validation"), one("test")),
            3,
            44,
            104,
            18,
            12,
            20,
            180,
            8,
            6,
            2,
            6,
            2,
            GeneratorReward.ALIGNMENT,
            LearningSettings.DEFAULT,
            List.of(),
            Optional.empty());

    private static List<RepositoryCoordinate> one(String name) {
        return List.of(new RepositoryCoordinate("maven:org.example:" + name + ":1.0"));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The specification's JSON with another value there. @param path such as {@code learning.epochs} */
    private static byte[] with(String path, String value) throws IOException {
        ObjectNode spec = (ObjectNode) ProtocolJson.mapper().readTree(ProtocolJson.write(SPEC));
        String[] names = path.split("\\.");
        ObjectNode holder = names.length == 1 ? spec : (ObjectNode) spec.get(names[0]);
        holder.set(names[names.length - 1], ProtocolJson.mapper().readTree(value));
        return ProtocolJson.write(spec);
    }

    @Test
    void a_specification_that_can_be_run_passes() {
        assertThatCode(SPEC::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pools | null | pools must be given; got null",
                "reward | null | reward must be given; got null",
                "learning | null | learning must be given; got null",
                "iterations | 10001 | iterations must be at most 10000; got 10001",
                "tasksPerIteration | 2147483647 | tasks per iteration must be at most 10000; got 2147483647",
                "candidatesPerIteration | 10001 | candidates per iteration must be at most 10000; got 10001",
                "seedTasks | 2147483647 | seed tasks must be at most 10000; got 2147483647",
                "collectTasks | 10001 | collect tasks must be at most 10000; got 10001",
                "validationTasks | 10001 | validation tasks must be at most 10000; got 10001",
                "testTasks | 10001 | test tasks must be at most 10000; got 10001",
                "rollouts | 1001 | rollouts must be at most 1000; got 1001",
                "validationRollouts | 1001 | validation rollouts must be at most 1000; got 1001",
                "evaluationRollouts | 1001 | evaluation rollouts must be at most 1000; got 1001",
                "edits | 10001 | edits must be at most 10000; got 10001",
                "evaluationEdits | 10001 | evaluation edits must be at most 10000; got 10001",
                "trainingRounds | 201 | training rounds must be at most 200; got 201",
                "learning.estimator | null | estimator must be given; got null",
                "learning.componentWeights | [1.0] | component weights must be 3, one for each part of a solver's reward; got [1.0]",
                "learning.componentWeights | [1, 1, 1, 1] | component weights must be 3",
                "learning.componentWeights | [1, 1, \"NaN\"] | component weights must be finite; got NaN",
                "learning.learningRate | 0 | learning rate must be above 0 and finite; got 0.0",
                "learning.learningRate | \"NaN\" | learning rate must be above 0 and finite; got NaN",
                "learning.damping | -1 | damping must be above 0 and finite; got -1.0",
                "learning.damping | \"Infinity\" | damping must be above 0 and finite; got Infinity",
                "learning.clipLow | -0.1 | clip low must be at least 0 and finite; got -0.1",
                "learning.clipHigh | \"Infinity\" | clip high must be at least 0 and finite; got Infinity",
                "learning.klWeight | -1 | KL weight must be at least 0 and finite; got -1.0",
                "learning.epochs | 0 | epochs must be at least 1 and at most 1000; got 0",
                "learning.tasksPerBatch | 2147483647 | tasks per batch must be at least 1 and at most 10000; got 2147483647",
            })
    void what_cannot_be_run_is_refused_by_name_bound_and_value_and_is_still_read_from_a_journal(
            String path, String value, String said) throws Exception {
        byte[] json = with(path, value);
        RunSpec read = ProtocolJson.read(json, RunSpec.class);

        assertThat(ProtocolJson.read(ProtocolJson.write(read), RunSpec.class).runId())
                .as("the id an earlier version gave it")
                .isEqualTo(read.runId());
        assertThatThrownBy(read::check)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pools.train | null | train pool must be a list without null; got null",
                "pools.test | [null] | test pool must be a list without null; got [null]",
                "givenSkills | [null] | given skills must be a list without null; got [null]",
                "learning.componentWeights | null | component weights must be a list without null; got null",
                "learning.componentWeights | [1, null, 1] | component weights must be a list without null",
            })
    void a_list_that_is_absent_or_has_gaps_is_no_part_of_a_specification(String path, String value, String said)
            throws Exception {
        byte[] json = with(path, value);

        assertThatThrownBy(() -> ProtocolJson.read(json, RunSpec.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(said);
    }

    @Test
    void the_largest_iteration_there_may_be_has_an_int_of_rollouts() throws Exception {
        RunSpec largest = ProtocolJson.read(
                bytes(new String(ProtocolJson.write(SPEC), StandardCharsets.UTF_8)
                        .replace("\"tasksPerIteration\":44", "\"tasksPerIteration\":10000")
                        .replace("\"rollouts\":8", "\"rollouts\":1000")
                        .replace("\"trainingRounds\":2", "\"trainingRounds\":200")),
                RunSpec.class);

        assertThatCode(largest::check).doesNotThrowAnyException();
        assertThat(Math.multiplyExact(
                        Math.multiplyExact(largest.tasksPerIteration(), largest.rollouts()), largest.trainingRounds()))
                .isEqualTo(2_000_000_000);
    }

    @Test
    void null_is_no_specification() {
        assertThatThrownBy(() -> ProtocolJson.read(bytes("null"), RunSpec.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("null is no RunSpec");
    }
}
