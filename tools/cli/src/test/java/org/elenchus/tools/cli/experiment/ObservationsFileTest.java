package org.elenchus.tools.cli.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ObservationsFileTest {
    private static final Trial FIRST = new Trial(Strategy.FULL, Samples.SPEC);
    private static final Trial SECOND = new Trial(Strategy.UNIFORM, other());

    @TempDir
    private Path folder;

    private static RunSpec other() {
        return Samples.SPEC.withTasksPerIteration(Samples.SPEC.tasksPerIteration() + 1);
    }

    private static TaskTries tries(String task, Integer... tries) {
        return new TaskTries(Digest.of(task).hex(), List.of(tries));
    }

    private Path written(Observation... observations) throws Exception {
        Path file = folder.resolve("observations.json");
        ObservationsFile kept = ObservationsFile.read(file);
        for (Observation observation : observations) {
            kept.add(observation);
        }
        Files.writeString(file, kept.json());
        return file;
    }

    @Test
    void what_was_observed_is_read_back_as_it_was_also_where_trials_differ_in_their_tasks() throws Exception {
        Observation first = new Observation(
                FIRST,
                new TreeMap<>(Map.of(
                        0,
                        List.of(tries("a", 0, 3), tries("b", 1, 0)),
                        1,
                        List.of(tries("b", 1, 1), tries("a", 2, 2)))),
                120);
        Observation second = new Observation(
                SECOND, new TreeMap<>(Map.of(0, List.of(tries("c", 4), tries("b", 0)), 1, List.of(tries("b", 5)))), 99);

        ObservationsFile read = ObservationsFile.read(written(first, second));

        assertThat(read.find(FIRST)).hasValueSatisfying(found -> {
            assertThat(found.rollouts()).isEqualTo(120);
            assertThat(found.at(0, 6)).containsExactlyInAnyOrderElementsOf(first.at(0, 6));
            assertThat(found.at(1, 1)).containsExactlyInAnyOrderElementsOf(first.at(1, 1));
        });
        assertThat(read.find(SECOND)).hasValueSatisfying(found -> {
            assertThat(found.rollouts()).isEqualTo(99);
            assertThat(found.at(0, 6)).containsExactlyInAnyOrderElementsOf(second.at(0, 6));
            assertThat(found.at(1, 6)).containsExactlyElementsOf(second.at(1, 6));
        });
    }

    @Test
    void the_same_content_is_the_same_text_whoever_finished_first() throws Exception {
        Observation first = new Observation(
                FIRST, new TreeMap<>(Map.of(0, List.of(tries("a", 1), tries("b", 2)), 1, List.of(tries("b", 3)))), 1);
        Observation second = new Observation(SECOND, new TreeMap<>(Map.of(0, List.of(tries("c", 4)))), 2);
        Observation firstOtherwise = new Observation(
                FIRST, new TreeMap<>(Map.of(0, List.of(tries("b", 2), tries("a", 1)), 1, List.of(tries("b", 3)))), 1);
        ObservationsFile one = ObservationsFile.empty();
        one.add(first);
        one.add(second);
        ObservationsFile other = ObservationsFile.empty();
        other.add(second);
        other.add(firstOtherwise);

        assertThat(other.json()).isEqualTo(one.json());
    }

    @Test
    void trials_that_are_added_later_leave_the_others_in_it() throws Exception {
        written(new Observation(FIRST, new TreeMap<>(Map.of(0, List.of(tries("a", 1)))), 1));
        Path file = written(new Observation(SECOND, new TreeMap<>(Map.of(0, List.of(tries("a", 2)))), 2));

        ObservationsFile read = ObservationsFile.read(file);
        assertThat(read.find(FIRST)).isPresent();
        assertThat(read.find(SECOND)).isPresent();
        assertThat(read.find(new Trial(Strategy.FULL, other().withTasksPerIteration(1))))
                .isEmpty();
    }

    @Test
    void what_others_have_written_meanwhile_stays() throws Exception {
        Path shared = folder.resolve("observations.json");
        ResultOptions ours = new ResultOptions();
        new CommandLine(ours).parseArgs("--observations", shared.toString());
        ObservationsFile kept = ours.observations();
        kept.add(new Observation(FIRST, new TreeMap<>(Map.of(0, List.of(tries("a", 1)))), 1));
        written(new Observation(SECOND, new TreeMap<>(Map.of(0, List.of(tries("a", 2)))), 2));

        ours.write(kept);

        ObservationsFile read = ObservationsFile.read(shared);
        assertThat(read.find(FIRST)).isPresent();
        assertThat(read.find(SECOND)).isPresent();
    }

    @Test
    void further_files_are_read_and_not_written() throws Exception {
        Path other = written(new Observation(SECOND, new TreeMap<>(Map.of(0, List.of(tries("a", 2)))), 2));
        String before = Files.readString(other);
        Path ours = folder.resolve("ours.json");
        ResultOptions files = new ResultOptions();
        new CommandLine(files).parseArgs("--observations", ours + "," + other);

        ObservationsFile kept = files.observations();
        assertThat(kept.find(SECOND)).isPresent();
        files.write(kept);

        assertThat(ObservationsFile.read(ours).find(SECOND)).isPresent();
        assertThat(other).hasContent(before);
    }

    @Test
    void a_file_that_is_something_else_is_refused_and_not_overwritten() throws Exception {
        Path file = folder.resolve("results.json");
        for (String content : List.of(
                "{\"tasks\":76}",
                "no json",
                "{\"form\":2,\"tasks\":[],\"trials\":[]}",
                "{\"form\":1,\"tasks\":[],\"trials\":[{\"run\":\"r\",\"strategy\":\"full\",\"seed\":1,\"rollouts\":1,\"tasks\":[0],\"tries\":[[[1]]]}]}",
                "{\"form\":1,\"tasks\":[\"a\"],\"trials\":[{\"run\":\"r\",\"strategy\":\"full\",\"seed\":1,\"rollouts\":1,\"tasks\":[0],\"tries\":[[]]}]}",
                "{\"form\":1,\"tasks\":[\"a\"],\"trials\":[{\"run\":\"r\",\"seed\":1,\"rollouts\":1,\"tasks\":[0],\"tries\":[[[1]]]}]}",
                "{\"form\":1,\"tasks\":[\"a\"],\"trials\":[{\"run\":\"r\",\"strategy\":\"full\",\"seed\":1,\"rollouts\":1,\"tasks\":[0,0],\"tries\":[[[1],[1]]]}]}")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> ObservationsFile.read(file))
                    .as(content)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("--observations");
            assertThat(file).hasContent(content);
        }
    }
}
