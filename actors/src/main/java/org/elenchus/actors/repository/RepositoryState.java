package org.elenchus.actors.repository;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol.Event;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRefused;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRequested;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRetried;
import org.elenchus.protocol.repository.RepositoryProtocol.RepositoryPrepared;
import org.elenchus.protocol.repository.RepositorySummary;

/** Where a repository stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RepositoryState.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = RepositoryState.Preparing.class, name = "preparing"),
    @JsonSubTypes.Type(value = RepositoryState.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = RepositoryState.Unusable.class, name = "unusable")
})
sealed interface RepositoryState {
    /** Nobody asked yet. */
    record Unknown() implements RepositoryState {}

    /** @param attempt 1 for the first preparation, one more after every refusal */
    record Preparing(RepositoryCoordinate coordinate, int attempt) implements RepositoryState {}

    record Ready(RepositorySummary summary) implements RepositoryState {}

    record Unusable(int attempt, String reason) implements RepositoryState {}

    default RepositoryState apply(Event event) {
        return switch (event) {
            case PreparationRequested requested -> new Preparing(requested.coordinate(), attempts() + 1);
            case PreparationRetried retried -> new Preparing(retried.coordinate(), attempts() + 1);
            case RepositoryPrepared prepared -> new Ready(prepared.summary());
            case PreparationRefused refused -> new Unusable(attempts(), refused.reason());
        };
    }

    private int attempts() {
        return switch (this) {
            case Unknown unknown -> 0;
            case Preparing preparing -> preparing.attempt();
            case Unusable unusable -> unusable.attempt();
            case Ready ready -> throw new IllegalStateException("a prepared repository stays prepared");
        };
    }
}
