package org.elenchus.protocol.repository;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.OperationalEvent;

/** The Repository entity. Id: run id and coordinate. */
public final class RepositoryProtocol {
    private RepositoryProtocol() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Prepare.class, name = "prepare")})
    public interface Command extends Message {}

    /** Prepare the repository, or say again how it went. */
    public record Prepare(RepositoryCoordinate coordinate, ActorRef<Reply> replyTo) implements Command {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Prepared.class, name = "prepared"),
        @JsonSubTypes.Type(value = Refused.class, name = "refused")
    })
    public sealed interface Reply extends Message {}

    public record Prepared(RepositorySummary summary) implements Reply {}

    /** The repository cannot be used. @param reason what is wrong and what to do about it */
    public record Refused(RepositoryCoordinate coordinate, String reason) implements Reply {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PreparationRequested.class, name = "preparation-requested"),
        @JsonSubTypes.Type(value = RepositoryPrepared.class, name = "repository-prepared"),
        @JsonSubTypes.Type(value = PreparationRefused.class, name = "preparation-refused"),
        @JsonSubTypes.Type(value = PreparationRetried.class, name = "preparation-retried")
    })
    public sealed interface Event extends JournaledEvent {}

    public record PreparationRequested(RepositoryCoordinate coordinate) implements Event {}

    public record RepositoryPrepared(RepositorySummary summary) implements Event {}

    public record PreparationRefused(RepositoryCoordinate coordinate, String reason)
            implements Event, OperationalEvent {}

    /** It is prepared once more after a refusal. */
    public record PreparationRetried(RepositoryCoordinate coordinate) implements Event, OperationalEvent {}
}
