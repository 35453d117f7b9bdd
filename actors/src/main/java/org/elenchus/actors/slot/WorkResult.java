package org.elenchus.actors.slot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/** What came of a piece of work. {@link Faulted} says nothing about the code that was to run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkResult.RepositoryReady.class, name = "repository-ready"),
    @JsonSubTypes.Type(value = WorkResult.RepositoryUnusable.class, name = "repository-unusable"),
    @JsonSubTypes.Type(value = WorkResult.GroupAttempted.class, name = "group-attempted"),
    @JsonSubTypes.Type(value = WorkResult.CandidateJudged.class, name = "candidate-judged"),
    @JsonSubTypes.Type(value = WorkResult.Faulted.class, name = "faulted")
})
public sealed interface WorkResult extends Message {
    /** The work's id. */
    String id();

    record RepositoryReady(String id, RepositorySummary summary) implements WorkResult {}

    /** @param reason what is wrong with the repository and what to do about it */
    record RepositoryUnusable(String id, String reason) implements WorkResult {}

    /** @param policy digest of the policy that attempted it */
    record GroupAttempted(String id, GroupRef group, Digest policy) implements WorkResult {}

    record CandidateJudged(String id, Verdict verdict) implements WorkResult {}

    /** The infrastructure failed more often than is allowed. */
    record Faulted(String id, String fault) implements WorkResult {}
}
