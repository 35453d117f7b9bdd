package org.elenchus.actors.port;

import java.util.List;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.TraceGroup;

/** Reads skills out of traces. Pure; thread-safe. */
public interface SkillDistiller {
    /** Proposals in skill-id order. Successful, failed and partly successful traces all count. */
    List<SkillProposal> distil(List<Evidence> evidence);

    /** A task with the rollouts at it. */
    record Evidence(Task task, TraceGroup group) {}
}
