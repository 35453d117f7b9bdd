package org.elenchus.tools.cli.experiment;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.tools.cli.evolve.SkillSource;

/**
 * A way of making the curriculum. Rivals are named after what they are like; each is our solver, gates and budget with another
 * curriculum, not the rival's own system.
 */
public enum Strategy {
    /** Socratic-SWE: distilled skills, alignment, GDPO. */
    FULL(SkillSource.DISTILLED, GeneratorReward.ALIGNMENT),
    /** Distilled skills, and whatever is valid is as good as any other. */
    SKILLS_ONLY(SkillSource.DISTILLED, GeneratorReward.CONSTANT),
    RANDOM_REWARD(SkillSource.DISTILLED, GeneratorReward.RANDOM),
    HARDNESS(SkillSource.DISTILLED, GeneratorReward.HARDNESS),
    UNCERTAINTY(SkillSource.DISTILLED, GeneratorReward.UNCERTAINTY),
    VARIANCE(SkillSource.DISTILLED, GeneratorReward.VARIANCE),
    HYBRID(SkillSource.DISTILLED, GeneratorReward.HYBRID),
    /** The full method with GRPO in place of GDPO. */
    GRPO(SkillSource.DISTILLED, GeneratorReward.ALIGNMENT, AdvantageEstimator.GRPO, Appetite.BEST),
    /** Skills written by hand in place of distilled ones. */
    WRITTEN_SKILLS(SkillSource.WRITTEN, GeneratorReward.ALIGNMENT),
    /** Alignment without skills. */
    NO_SKILLS(SkillSource.NONE, GeneratorReward.ALIGNMENT),
    /** Like SWE-smith: uniform mutation. */
    UNIFORM(SkillSource.NONE, GeneratorReward.CONSTANT),
    /** Uniform mutation that trains on every valid task, so the rollouts others spend on scoring teach it too. */
    UNIFORM_CONTROL(SkillSource.NONE, GeneratorReward.CONSTANT, AdvantageEstimator.GDPO, Appetite.ALL),
    /** Like SSR's removal: code is taken away. */
    REMOVAL(SkillSource.REMOVAL, GeneratorReward.CONSTANT),
    /** Like SSR's removal with history-aware reversion. */
    REVERSION(SkillSource.REVERSION, GeneratorReward.CONSTANT),
    /** Like SSR: both, and second-order tasks from the second iteration on. */
    SSR(SkillSource.SSR, GeneratorReward.CONSTANT),
    /** Like R-Zero and Absolute Zero: tasks half of whose rollouts solve them. */
    LEARNABILITY(SkillSource.NONE, GeneratorReward.UNCERTAINTY),
    /** Like SPIRAL: what the solver loses the generator wins. */
    ZERO_SUM(SkillSource.NONE, GeneratorReward.HARDNESS);

    private final SkillSource skills;
    private final GeneratorReward reward;
    private final AdvantageEstimator advantage;
    private final Appetite appetite;

    Strategy(SkillSource skills, GeneratorReward reward) {
        this(skills, reward, AdvantageEstimator.GDPO, Appetite.BEST);
    }

    Strategy(SkillSource skills, GeneratorReward reward, AdvantageEstimator advantage, Appetite appetite) {
        this.skills = skills;
        this.reward = reward;
        this.advantage = advantage;
        this.appetite = appetite;
    }

    /** Which valid tasks are trained on: the best rewarded up to the iteration's number, or all. */
    enum Appetite {
        BEST,
        ALL
    }

    /** The labels of all, for help. */
    static final class Labels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(Strategy::label).iterator();
        }
    }

    SkillSource skills() {
        return skills;
    }

    GeneratorReward reward() {
        return reward;
    }

    AdvantageEstimator advantage() {
        return advantage;
    }

    Appetite appetite() {
        return appetite;
    }

    /** {@code skills-only}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming those there are */
    static Strategy of(String label) {
        for (Strategy strategy : values()) {
            if (strategy.label().equals(label.strip().toLowerCase(Locale.ROOT))) {
                return strategy;
            }
        }
        throw new IllegalArgumentException("no strategy is called " + label + "; there are "
                + Arrays.stream(values()).map(Strategy::label).collect(Collectors.joining(", ")));
    }
}
