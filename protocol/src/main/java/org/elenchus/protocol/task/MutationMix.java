package org.elenchus.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which mutations an untrained generator prefers. */
public enum MutationMix {
    /** None: every operator that a repository has sites for is as likely as any other. */
    @JsonProperty("balanced")
    BALANCED,
    /** Those that people's fixes hardly need, over those that are like them; each keeps a chance. */
    @JsonProperty("skewed")
    SKEWED
}
