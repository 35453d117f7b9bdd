package org.elenchus.protocol.trace;

import java.util.List;

/** A trajectory: the steps of one rollout and its rewards. @param id group id and rollout number, {@code group/3} */
public record Trace(String id, String task, List<Step> steps, RewardVector rewards) {
    public Trace {
        steps = List.copyOf(steps);
    }

    public boolean isSolved() {
        return rewards.solved() == 1.0;
    }
}
