package org.elenchus.tools.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.persistence.CanonicalDigest;
import org.elenchus.persistence.EmbeddedDatabase;
import org.elenchus.persistence.JournalEntry;
import org.elenchus.persistence.JournalReader;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.tools.cli.Typed;
import org.elenchus.tools.cli.testing.JournalFile;
import org.elenchus.tools.cli.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoriesTest {
    private static final String RUN = Samples.SPEC.runId();

    @TempDir
    Path folder;

    private JournalReader journal(List<JournalEntry> entries) throws Exception {
        JournalFile.write(folder, entries);
        return new JournalReader(EmbeddedDatabase.in(folder));
    }

    /** The finished run, then another of another seed that has only begun, then what is no run. */
    private static List<JournalEntry> several() {
        RunSpec other = Samples.spec(8);
        List<JournalEntry> entries = new ArrayList<>(Samples.finishedRun());
        entries.add(
                new JournalEntry(901, "EvolutionRun|" + other.runId(), 1, new EvolutionRunProtocol.RunStarted(other)));
        entries.add(new JournalEntry(
                902,
                "Skill|" + other.runId() + "~nameless",
                1,
                new SkillProtocol.TasksProposed("generate/1", List.of(), Samples.TASK_DIGEST)));
        entries.add(new JournalEntry(903, "EvolutionRun|none", 1, new EvolutionRunProtocol.RunFailed("of no run")));
        return entries;
    }

    @Test
    void a_run_is_found_among_others_with_the_digest_of_its_own_events() throws Exception {
        Histories histories = new Histories(journal(several()));

        RunHistory alone = RunHistory.of(Samples.finishedRun()).orElseThrow();
        Histories.Digested digested = histories.findDigested(RUN).orElseThrow();
        assertThat(histories.find(RUN)).contains(alone);
        assertThat(digested.run()).isEqualTo(alone);
        assertThat(digested.digest()).isEqualTo(CanonicalDigest.of(Samples.finishedRun(), RUN));
        assertThat(digested.digest().events()).isEqualTo(alone.events());
        assertThat(histories.find("none")).isEmpty();
        assertThat(histories.find("nobody")).isEmpty();
    }

    @Test
    void the_latest_is_the_run_started_last() throws Exception {
        Histories histories = new Histories(journal(several()));

        String latest = histories.latest().orElseThrow();
        assertThat(latest).isNotEqualTo(RUN).startsWith("run-");
        assertThat(histories.find(latest).orElseThrow().spec().seed()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, 12, 22, 100})
    void a_list_shows_of_a_run_what_its_whole_history_says(int events) throws Exception {
        List<JournalEntry> whole = Samples.finishedRun();
        List<JournalEntry> cut = whole.subList(0, Math.min(events, whole.size()));

        ListedRun listed = ListedRun.all(journal(cut)).getFirst();

        RunHistory history = RunHistory.of(cut).orElseThrow();
        assertThat(listed.standing().words()).isEqualTo(history.standing());
        assertThat(listed.skills()).isEqualTo(history.skills().size());
        assertThat(listed.events()).isEqualTo(history.events());
        assertThat(listed.admitted()).isEqualTo((int) history.tasks().values().stream()
                .filter(task -> task.admitted().isPresent())
                .count());
    }

    @Test
    void the_runs_of_a_folder_are_printed_oldest_first() throws Exception {
        journal(several());

        Typed table = Typed.in(folder, "run", "list");
        assertThat(table.exitCode()).isZero();
        List<String> lines = table.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("run", "seed", "iterations", "standing", "tasks admitted", "skills");
        assertThat(lines.get(1).split(" {2,}")).contains(RUN, "7", "finished", "1");
        assertThat(lines.get(2)).contains("preparing");

        var json = ProtocolJson.mapper()
                .readTree(Typed.in(folder, "run", "list", "--json").out());
        assertThat(json.at("/0/events").asInt()).isEqualTo(Samples.finishedRun().size());
        assertThat(json.at("/1/seed").asInt()).isEqualTo(8);
        assertThat(json.at("/1/skills").asInt()).isZero();
    }

    @Test
    void a_command_about_one_run_is_about_the_last_unless_it_is_told() throws Exception {
        journal(several());

        assertThat(Typed.in(folder, "run", "show").out()).contains("seed 8: preparing");
        assertThat(Typed.in(folder, "run", "show", "--run", RUN).out()).contains("seed 7: finished");
        assertThat(Typed.in(folder, "audit", "digest", "--run", RUN).out())
                .startsWith(CanonicalDigest.of(Samples.finishedRun(), RUN).digest() + "  " + RUN);
        assertThat(Typed.in(folder, "run", "show", "--run", "none").err()).contains("there is no run none");
    }
}
