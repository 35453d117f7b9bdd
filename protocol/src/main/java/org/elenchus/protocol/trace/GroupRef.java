package org.elenchus.protocol.trace;

import org.elenchus.protocol.Digest;

/** A group by id. @param task digest of the task artifact; @param artifact digest of the {@link TraceGroup}; @param solved rollouts that solved the task */
public record GroupRef(String id, String taskId, Digest task, Digest artifact, int rollouts, int solved) {}
