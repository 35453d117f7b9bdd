package org.elenchus.tools.cli.simulate;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.simulation.Campaign;
import org.elenchus.tools.simulation.Cast;
import org.elenchus.tools.simulation.Play;
import org.elenchus.tools.simulation.Simulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays whole runs of the real actors on a simulated machine. */
@Command(
        name = "simulate",
        sortOptions = false,
        description = {
            "Play whole runs of the real actors, with scripted agents, on a simulated machine: one seed, one order of events.",
            "Messages are lost, doubled, delayed and overtaken; entities, slots, the desk and the node die and come back; someone pauses, cancels and resumes the run.",
            "Exit code 1 when an invariant does not hold; the seed printed then plays the same again with --replay."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus simulate",
            "  elenchus simulate --schedules 100000 --seed 1 --json simulated.json",
            "  elenchus simulate --faults drop,crash",
            "  elenchus simulate --replay 4711"
        })
public final class SimulateCommand extends Verb {
    @Option(
            names = "--schedules",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many schedules to play (default: ${DEFAULT-VALUE}).")
    private long schedules;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the first schedule; the next has the next (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "KIND",
            split = ",",
            description = "What may go wrong: ${COMPLETION-CANDIDATES} (default: all). Several are joined by commas.")
    private Set<org.elenchus.tools.simulation.machine.Fault> faults =
            EnumSet.allOf(org.elenchus.tools.simulation.machine.Fault.class);

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Simulators at work at once (default: the number of cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--replay",
            paramLabel = "SEED",
            description = "Play the schedule of this seed alone, with the same --faults, and print every message.")
    private @Nullable Long replay;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result for scripts to a file.")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (schedules < 1 || threads < 1) {
            throw Fault.usage("--schedules and --threads must be at least 1");
        }
        OutputFile file = new OutputFile("--json", json);
        file.check();
        Campaign.Result result = replay == null ? play() : replay(replay);
        file.write(() -> SimulationReport.json(result, seed, faults, threads));
        return (result.violation().isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }

    private Campaign.Result play() throws InterruptedException {
        SimulationProgress progress = new SimulationProgress(err(), schedules);
        Campaign.Result result = new Campaign(seed, schedules, faults, threads).run(Cast.REAL, progress::played);
        print(SimulationReport.text(result, faults));
        return result;
    }

    private Campaign.Result replay(long which) {
        try (Simulator simulator = new Simulator()) {
            Play play = simulator.play(which, faults, true);
            play.trace().forEach(out()::println);
            Campaign.Result result = Campaign.Result.of(play);
            print(SimulationReport.text(result, faults));
            return result;
        }
    }
}
