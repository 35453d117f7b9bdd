package org.elenchus.protocol.task;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.elenchus.protocol.Digest;

/** What the gates found. Evidence is an artifact: the executions that were seen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Valid.class, name = "valid"),
    @JsonSubTypes.Type(value = Verdict.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Verdict.Undecided.class, name = "undecided")
})
public sealed interface Verdict {
    String candidate();

    /** Passed all four gates. @param task digest of the {@link Task} artifact */
    record Valid(String candidate, Digest task, int failToPass, int passToPass, Digest evidence) implements Verdict {}

    /** Refused by one gate. */
    record Rejected(String candidate, Gate gate, String reason, Digest evidence) implements Verdict {}

    /** The infrastructure failed more often than is allowed; says nothing about the candidate. */
    record Undecided(String candidate, String fault) implements Verdict {}
}
