package org.elenchus.tools.cli.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.history.CommitLine;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.commits.PassedOver;
import org.elenchus.tools.mining.history.commits.Survey;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.search.Found;
import org.elenchus.tools.mining.intake.GitCommit;
import org.junit.jupiter.api.Test;

class CommitReportTest {
    private static final CommitLine LINE = CommitLine.of(new RepositoryCoordinate("git:/a/shop@main:core"));

    private static String name(int i) {
        return String.format("%040x", i);
    }

    private static Survey survey(int candidates) {
        List<GitCommit> commits = IntStream.rangeClosed(1, candidates)
                .mapToObj(i -> new GitCommit(name(i), List.of(name(100 + i)), i, "number " + i))
                .toList();
        return new Survey(
                LINE,
                name(1),
                9,
                new TreeMap<>(Map.of(PassedOver.MERGE, 2, PassedOver.NO_TEST, 9 - 2 - candidates)),
                commits);
    }

    private static Found found(int i, int tests, int failing, int refused, String note) {
        ReleasePair pair = new ReleasePair(LINE, name(100 + i), name(i));
        return new Found(Found.RULES, pair, tests, failing, 1, 4, 3, 0, refused, List.of(), note);
    }

    @Test
    void what_became_of_each_promising_commit_is_counted_by_reason() {
        List<Found> all = List.of(
                found(1, 0, 0, 0, "The sources of " + LINE.at(name(1)) + " do not compile (3 errors): A.java:1"),
                found(2, 0, 0, 0, "The sources of " + LINE.at(name(2)) + " do not compile (1 errors): B.java:7"),
                found(3, 0, 0, 0, LINE.at(name(103)) + " does not compile with what " + LINE.at(name(3)) + " needs: x"),
                found(4, 5, 0, 0, ""),
                found(5, 5, 1, 1, ""),
                found(6, 5, 1, 0, ""));

        String text = new CommitReport(survey(7), all, BugList.of(List.of())).text();

        assertThat(text)
                .startsWith("git:/a/shop@:core from 0000000000 on\n")
                .containsPattern("looked at +9\n")
                .containsPattern("merges +2\n")
                .containsPattern("promising +7\n")
                .containsPattern("not searched: The sources of the commit do not compile +2\n")
                .containsPattern("not searched: the parent does not compile with what the commit needs +1\n")
                .containsPattern("no test fails on the parent by behaviour +1\n")
                .containsPattern("a gate refused what was found +1\n")
                .containsPattern("nothing in one file, taken back, makes such a test fail +1\n")
                .containsPattern("left for the next time: the sandbox failed +1\n")
                .doesNotContain("subject of the commit");
    }

    @Test
    void scripts_get_every_reason_also_those_that_did_not_occur() {
        String json = new CommitReport(survey(1), List.of(found(1, 5, 0, 0, "")), BugList.of(List.of())).json();

        assertThat(json).contains("\"merge\" : 2", "\"large\" : 0", "\"subject\" : \"number 1\"", "\"promising\" : 1");
    }
}
