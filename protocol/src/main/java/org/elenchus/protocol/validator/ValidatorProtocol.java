package org.elenchus.protocol.validator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Verdict;

/** The Validator entity, one per repository of a run. Id: run id and coordinate. */
public final class ValidatorProtocol {
    private ValidatorProtocol() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Judge.class, name = "judge")})
    public interface Command extends Message {}

    /**
     * Judge a batch. Duplicates of candidates of earlier batches, or of earlier ones in this batch, are refused first, in id order; each
     * verdict is told as soon as it is known.
     */
    public record Judge(String batchId, List<CandidateRef> candidates, ActorRef<Reply> replyTo) implements Command {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Judged.class, name = "judged")})
    public sealed interface Reply extends Message {}

    public record Judged(String batchId, Verdict verdict) implements Reply {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BatchReceived.class, name = "batch-received"),
        @JsonSubTypes.Type(value = CandidateJudged.class, name = "candidate-judged")
    })
    public sealed interface Event extends JournaledEvent {}

    /** Intent: these will be judged. */
    public record BatchReceived(String batchId, List<CandidateRef> candidates) implements Event {
        public BatchReceived {
            candidates = List.copyOf(candidates);
        }
    }

    public record CandidateJudged(String batchId, Verdict verdict) implements Event {}
}
