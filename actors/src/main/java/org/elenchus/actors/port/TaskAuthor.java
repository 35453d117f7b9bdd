package org.elenchus.actors.port;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.elenchus.actors.learning.Policy;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.protocol.trace.Trace;

/** Writes candidate tasks. Pure given its arguments; thread-safe. */
public interface TaskAuthor {
    /** The untrained policy, with a prior where a mix of mutations is preferred. Its features are the same for all. */
    PolicyWeights basePolicy(MutationMix mutations);

    /** The untrained policy that prefers nothing. */
    default PolicyWeights basePolicy() {
        return basePolicy(MutationMix.BALANCED);
    }

    /**
     * Up to {@code count} candidates; fewer where the skill finds too few sites. Ids are {@code requestId/NN}.
     *
     * @throws Unavailable when what the author needs from outside cannot be had
     */
    Proposals propose(Commission commission, Policy generator);

    /**
     * What is asked for.
     *
     * @param taken what must not be written again: {@link Digest#brief} of candidates' contents
     * @param attempted what was tried in vain before, where the skill builds on that
     */
    record Commission(
            String requestId,
            Pool pool,
            PreparedRepository repository,
            Skill skill,
            int count,
            Set<String> taken,
            List<Attempted> attempted,
            DrawKey key) {
        /** One that builds on no attempts. */
        public Commission(
                String requestId,
                Pool pool,
                PreparedRepository repository,
                Skill skill,
                int count,
                Set<String> taken,
                DrawKey key) {
            this(requestId, pool, repository, skill, count, taken, List.of(), key);
        }

        /** The id of the candidate with this number. */
        public String candidateId(int number) {
            return String.format(Locale.ROOT, "%s/%02d", requestId, number);
        }

        /** A part of this, by another skill and with other draws. */
        public Commission part(Skill other, int some, String purpose) {
            return new Commission(requestId, pool, repository, other, some, taken, key.at(purpose));
        }
    }

    /** A task and rollouts that tried to repair it. */
    record Attempted(Task task, List<Trace> traces) {}

    /** Nothing is known of the candidates there would be; asking again may help. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** @param choices one list per candidate, indexing into {@code choiceSets} */
    record Proposals(List<CandidateTask> candidates, List<List<Choice>> choices, List<ChoiceSet> choiceSets) {
        /** Candidates that no policy drew. */
        public static Proposals undrawn(List<CandidateTask> candidates) {
            return new Proposals(
                    candidates, candidates.stream().map(c -> List.<Choice>of()).toList(), List.of());
        }
    }
}
