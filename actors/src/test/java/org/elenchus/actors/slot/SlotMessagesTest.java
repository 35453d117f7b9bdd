package org.elenchus.actors.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.actors.wiring.RoundTrip;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Share;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotMessagesTest {
    static Stream<Message> messages() {
        Work attempt = new Work.AttemptTask("w", "g", "t", Digest.of("t"), Digest.of("p"), 8, 6, Long.MIN_VALUE);
        WorkResult attempted = new WorkResult.GroupAttempted(
                "w", new GroupRef("g", "t", Digest.of("t"), Digest.of("a"), 8, 3), Digest.of("p"));
        WorkResult judged = new WorkResult.CandidateJudged("w", new Verdict.Undecided("c", "lost"));
        return Stream.of(
                new WorkDesk.Submit("run-1", attempt, RoundTrip.anyone()),
                new WorkDesk.Submit(
                        "run-1",
                        new Work.PrepareRepository("w", new RepositoryCoordinate("dir:/a b")),
                        RoundTrip.anyone()),
                new WorkDesk.Standing("run-1", new Share(20, Optional.of(3))),
                new WorkDesk.Withdraw("run-1"),
                new WorkDesk.Ready(RoundTrip.anyone(), Optional.empty(), false),
                new WorkDesk.Ready(RoundTrip.anyone(), Optional.of(new WorkDesk.Completed("1-2", judged)), true),
                new SlotActor.Assign("1-2", new Work.JudgeCandidate("w", "c", Digest.of("c"))),
                attempted,
                new WorkResult.RepositoryUnusable("w", "offline"),
                new WorkResult.Faulted("w", "lost"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messages_cross_nodes_unchanged(Message message) {
        assertThat(RoundTrip.of(message)).isEqualTo(message);
    }
}
