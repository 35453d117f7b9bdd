package org.elenchus.tools.mining.history.commits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.Programs;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.intake.GitCommit;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsGit() {
        assumeTrue(Programs.areHere("git"), "SKIPPED: there is no git on this machine");
    }

    private static Survey survey(RepositoryCoordinate coordinate, int most, int candidates) throws Exception {
        return Commits.of(coordinate, IntakeLimits.DEFAULT).survey(most, OptionalLong.empty(), candidates);
    }

    @Test
    void only_commits_that_change_code_and_bring_a_test_are_candidates_and_every_other_is_counted() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "");

        Survey survey = survey(history.coordinate(), 100, 10);

        assertThat(survey.looked()).isEqualTo(10);
        assertThat(survey.passedOver())
                .isEqualTo(Map.of(
                        PassedOver.MERGE,
                        1,
                        PassedOver.NO_PARENT,
                        1,
                        PassedOver.NO_MAIN,
                        3,
                        PassedOver.NO_TEST,
                        1,
                        PassedOver.NO_CODE,
                        1));
        assertThat(survey.candidates())
                .extracting(GitCommit::subject)
                .containsExactly(
                        "Any number of times",
                        "Add instead of multiplying",
                        "Pieces of no length \\u001b[31mdo not\\u202e fit");
        assertThat(survey.pairs()).extracting(ReleasePair::to).contains(history.fix());
        assertThat(survey.head()).isEqualTo(history.git().git("rev-parse", "main"));
    }

    @Test
    void of_several_modules_the_one_that_is_named_is_looked_at() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "measures/core");

        assertThat(survey(history.coordinate(), 100, 10).candidates()).hasSize(3);
        assertThatThrownBy(() ->
                        survey(new RepositoryCoordinate("git:" + history.git().folder()), 100, 10))
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("has no src/main/java and src/test/java")
                .hasMessageContaining("--module DIR: measures/core");
        assertThatThrownBy(() ->
                        survey(new RepositoryCoordinate("git:" + history.git().folder() + "@main:other"), 1, 1))
                .hasMessageContaining("--module DIR: measures/core");
    }

    @Test
    void commits_and_candidates_are_bounded_from_the_newest_on() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "");

        assertThat(survey(history.coordinate(), 8, 10).candidates()).hasSize(2);
        Survey few = survey(history.coordinate(), 100, 1);
        assertThat(few.candidates()).extracting(GitCommit::subject).containsExactly("Any number of times");
        assertThat(few.passedOver()).containsEntry(PassedOver.SURPLUS, 2);
        assertThat(Commits.of(history.coordinate(), IntakeLimits.DEFAULT)
                        .survey(100, OptionalLong.of(4_000_000_000L), 10)
                        .looked())
                .as("all are older than that day")
                .isZero();
    }

    @Test
    void a_reorganisation_a_link_and_a_new_class_are_no_candidates() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "");
        for (int i = 0; i <= CommitFilter.MOST_FILES; i++) {
            history.git().write("src/test/java/org/x/T" + i + ".java", "package org.x;\nclass T" + i + " {}\n");
        }
        history.git().replace(history.main(), "by * length", "length * by");
        history.git().commit("Everything");
        history.git().write("src/main/java/org/x/New.java", "package org.x;\nclass New {}\n");
        history.git().write("src/test/java/org/x/NewTest.java", "package org.x;\nclass NewTest {}\n");
        history.git().commit("A class");
        Path link = history.git().folder().resolve("src/main/java/org/x/Link.java");
        Files.createSymbolicLink(link, Path.of("/etc/passwd"));
        history.git().replace(history.main(), "length * by", "by * length");
        history.git().write("src/test/java/org/x/NewTest.java", "package org.x;\nclass NewTest { }\n");
        history.git().commit("A link");

        assertThat(survey(history.coordinate(), 3, 10).passedOver())
                .isEqualTo(Map.of(PassedOver.LARGE, 1, PassedOver.NO_EDIT, 1, PassedOver.ODD_PATH, 1));
    }

    @Test
    void a_commit_whose_objects_are_missing_is_counted_and_the_others_are_looked_at() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "");
        String blob = history.git().git("rev-parse", history.fix() + ":" + history.main());
        Files.delete(history.git().folder().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));

        Survey survey = survey(history.coordinate(), 100, 10);

        assertThat(survey.passedOver())
                .as("the fix itself, and what followed it")
                .containsEntry(PassedOver.UNREADABLE, 2);
        assertThat(survey.candidates()).hasSize(1);
    }

    @Test
    void nothing_that_a_repository_configures_is_run() throws Exception {
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "");
        Path sentinel = folder.resolve("sentinel");
        String touch = "sh -c 'touch " + sentinel + "; cat' x";
        for (String key : new String[] {
            "diff.external",
            "diff.evil.command",
            "diff.evil.textconv",
            "core.pager",
            "core.fsmonitor",
            "gpg.program",
            "core.alternateRefsCommand",
            "filter.evil.smudge",
            "filter.evil.clean"
        }) {
            history.git().git("config", key, touch);
        }
        history.git().git("config", "log.showSignature", "true");
        history.git().git("config", "i18n.logOutputEncoding", "UTF-16");
        history.git().write(".git/info/attributes", "* diff=evil filter=evil\n");

        assertThat(survey(history.coordinate(), 100, 10).candidates()).hasSize(3);
        assertThat(sentinel).doesNotExist();
    }

    @Test
    void what_is_no_repository_or_no_java_module_is_refused_with_a_remedy() throws Exception {
        Files.createDirectories(folder.resolve("plain"));

        assertThatThrownBy(() -> survey(new RepositoryCoordinate("git:" + folder.resolve("plain")), 1, 1))
                .isInstanceOf(RepositoryFault.class)
                .hasMessageContaining("Check the path and the revision");
        RulerHistory history = new RulerHistory(folder.resolve("ruler"), "");
        history.git().write("elenchus.json", "{}").commit("Declared");
        assertThatThrownBy(() -> survey(history.coordinate(), 1, 1)).hasMessageContaining("a command of its own");
    }
}
