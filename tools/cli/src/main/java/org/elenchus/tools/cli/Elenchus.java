package org.elenchus.tools.cli;

import java.nio.file.Path;
import org.elenchus.tools.cli.cluster.ClusterCommand;
import org.elenchus.tools.cli.cluster.NodeCommand;
import org.elenchus.tools.cli.doctor.DoctorCommand;
import org.elenchus.tools.cli.eval.EvalCommand;
import org.elenchus.tools.cli.evolve.EvolveCommand;
import org.elenchus.tools.cli.experiment.ExperimentCommand;
import org.elenchus.tools.cli.mine.MineCommand;
import org.elenchus.tools.cli.sandbox.SandboxCommand;
import org.elenchus.tools.cli.simulate.SimulateCommand;
import org.elenchus.tools.cli.solve.SolveCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "elenchus",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "A coding agent that questions itself: it learns where it fails and asks the next question there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus evolve                     three iterations on a set of real libraries",
            "  elenchus evolve --json out.json     the same, with a report for scripts",
            "  elenchus run show                   the table of the last run again",
            "  elenchus skills list                what the solver has learnt to look for",
            "  elenchus doctor                     what this machine offers"
        },
        subcommands = {
            EvolveCommand.class,
            ExperimentCommand.class,
            RunCommand.class,
            SkillsCommand.class,
            TasksCommand.class,
            SolveCommand.class,
            EvalCommand.class,
            SolverCommand.class,
            MineCommand.class,
            AuditCommand.class,
            NodeCommand.class,
            ClusterCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            SandboxCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        })
public final class Elenchus implements Runnable {
    /** Set by the launcher when the error stream is a terminal. */
    static final String TERMINAL = "elenchus.terminal";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:ELENCHUS_DATA:-./elenchus-data}",
            description =
                    "Folder of journal, artifacts, repositories and logs (default: $ELENCHUS_DATA or ./elenchus-data).")
    private @Nullable Path data;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print stack traces of errors.")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The parser with its way of reporting errors. */
    public static CommandLine commandLine() {
        return new CommandLine(new Elenchus())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ErrorReport::usage)
                .setExecutionStrategy(ErrorReport::guarded)
                .setExecutionExceptionHandler(ErrorReport::execution);
    }

    Path data() {
        if (data == null) {
            throw new IllegalStateException("not parsed yet");
        }
        return data;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "name a command, such as 'elenchus evolve'");
        }
    }
}
