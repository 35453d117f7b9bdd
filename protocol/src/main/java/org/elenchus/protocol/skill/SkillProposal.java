package org.elenchus.protocol.skill;

import java.util.List;

/**
 * What a distiller read from traces, before the registry has its say.
 *
 * @param supporting ids of the traces that support it, ascending: its trace coverage
 * @param attempts rollouts that met its conditions
 * @param solved how many of those were solved
 */
public record SkillProposal(Skill skill, List<String> supporting, int attempts, int solved) {
    public SkillProposal {
        supporting = List.copyOf(supporting);
    }
}
