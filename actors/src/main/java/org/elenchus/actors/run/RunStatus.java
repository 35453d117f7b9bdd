package org.elenchus.actors.run;

import java.util.List;
import java.util.Optional;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Share;

/** Where a run stands, for those who watch. */
final class RunStatus {
    private RunStatus() {}

    static Status of(String runId, RunState state) {
        return switch (state) {
            case RunState.NotStarted none ->
                new Status(runId, Phase.NOT_STARTED, 0, 0, 0, List.of(), Optional.empty(), Share.DEFAULT);
            case Started s -> of(runId, s);
        };
    }

    /** The status, with a refusal in place of whatever failure there was. */
    static Status refusing(String runId, RunState state, String reason) {
        Status status = of(runId, state);
        return new Status(
                runId,
                status.phase(),
                status.iteration(),
                status.asked(),
                status.answered(),
                status.reports(),
                Optional.of(reason),
                status.share());
    }

    private static Status of(String runId, Started s) {
        List<Request> requests = Agenda.requests(s);
        Position at = s.at();
        return new Status(
                runId,
                phase(at),
                at.iteration(),
                requests.stream().mapToInt(Request::items).sum(),
                requests.stream().mapToInt(request -> Answers.count(s, request)).sum(),
                s.reports(),
                at.failure(),
                s.share());
    }

    private static Phase phase(Position at) {
        if (at.failure().isPresent()) {
            return Phase.FAILED;
        }
        return at.paused() ? Phase.PAUSED : at.phase();
    }
}
