package org.elenchus.tools.cli.evolve;

import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.tools.cli.Fault;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run's result depends on, as options. */
final class EvolveOptions {
    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all random draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--skills",
            paramLabel = "KIND",
            defaultValue = "DISTILLED",
            description =
                    "What guides the generator: distilled, written, removal, reversion, ssr or none (default: distilled"
                            + " from traces).")
    private SkillSource skills = SkillSource.DISTILLED;

    @Option(
            names = "--reward",
            paramLabel = "KIND",
            defaultValue = "ALIGNMENT",
            description =
                    "Generator reward: alignment, hardness, uncertainty, variance, hybrid, constant or random (default:"
                            + " alignment).")
    private GeneratorReward reward = GeneratorReward.ALIGNMENT;

    @Option(
            names = "--advantage",
            paramLabel = "KIND",
            defaultValue = "GDPO",
            description = "Advantage estimator of the solver: gdpo or grpo (default: gdpo).")
    private AdvantageEstimator advantage = AdvantageEstimator.GDPO;

    /** The specification. @throws Fault when a number is out of range, a name is no repository, or pools overlap */
    RunSpec spec() throws Fault {
        return run.spec(seed, skills, reward, advantage);
    }
}
