package org.elenchus.actors.skill;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.skill.SkillProtocol.Outcome;

/**
 * How well the solver does what a skill is about: the pooled solve rate over the last two rounds of evidence. Older rounds were rolled out
 * by policies long replaced.
 *
 * @param rounds oldest first
 */
record Mastery(List<Round> rounds) {
    static final Mastery NONE = new Mastery(List.of());
    private static final int RECENT = 2;

    Mastery {
        rounds = List.copyOf(rounds);
    }

    /** @param attempts rollouts, or scored tasks; @param solved how many of them, a scored task counting by its solve rate */
    record Round(double attempts, double solved) {}

    /** A distillation's evidence: rollouts that met the skill's conditions. */
    Mastery observe(int attempts, int solved) {
        return with(new Round(attempts, solved));
    }

    /** An iteration's evidence: the skill's own tasks that were scored. @param outcomes in id order */
    Mastery record(List<Outcome> outcomes) {
        double scored = 0;
        double solved = 0;
        for (Outcome outcome : outcomes) {
            if (outcome.solveRate().isPresent()) {
                scored++;
                solved += outcome.solveRate().get();
            }
        }
        return with(new Round(scored, solved));
    }

    private Mastery with(Round round) {
        if (round.attempts() == 0) {
            return this;
        }
        List<Round> more = new ArrayList<>(rounds);
        more.add(round);
        return new Mastery(more.subList(Math.max(0, more.size() - RECENT), more.size()));
    }

    /** In 0..1; 0 without evidence. */
    double rate() {
        double attempts = rounds.stream().mapToDouble(Round::attempts).sum();
        double solved = rounds.stream().mapToDouble(Round::solved).sum();
        return attempts == 0 ? 0 : solved / attempts;
    }
}
