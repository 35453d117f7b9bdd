package org.elenchus.tools.cli;

import org.elenchus.persistence.Database;
import org.elenchus.persistence.StorageFault;
import org.elenchus.tools.cli.ablation.AblateCommand;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.SolverVersion;
import org.elenchus.tools.cli.policy.PolicyText;
import org.elenchus.tools.cli.policy.SolverPolicies;
import org.elenchus.tools.cli.retrain.RetrainCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The policy that a run trains. */
@Command(
        name = "solver",
        description =
                "Show what training has made of the solver, what it is worth, and what other settings would make of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus solver show",
            "  elenchus solver show --version 2 --against 1",
            "  elenchus solver ablate",
            "  elenchus solver retrain --learning-rate 0.02,0.1"
        },
        subcommands = {SolverCommand.Show.class, AblateCommand.class, RetrainCommand.class})
final class SolverCommand extends Group {
    @Command(
            name = "show",
            sortOptions = false,
            description = {
                "The strongest weights of a run's solver by what they are about, and what changed since another version.",
                "Version 0 is the untrained policy; each update of training makes the next."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  elenchus solver show                          the last version beside the untrained one",
                "  elenchus solver show --version 2 --against 1 --top 3",
                "  elenchus solver show run-1f2e3d4c5b6a --json"
            })
    static final class Show extends JournalVerb {
        @Parameters(
                arity = "0..1",
                paramLabel = "RUN",
                description = "The run (default: the one started last; 'elenchus run list' names them).")
        private @Nullable String run;

        @Option(names = "--version", paramLabel = "N", description = "The version shown (default: the last).")
        private @Nullable Integer version;

        @Option(names = "--against", paramLabel = "M", description = "The version compared with (default: 0).")
        private int against;

        @Option(
                names = "--top",
                paramLabel = "K",
                defaultValue = "5",
                description = "Most weights shown of a group (default: ${DEFAULT-VALUE}).")
        private int top;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        /** Declared here because picocli adds no help where {@code --version} means something else. */
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help message and exit.")
        private boolean help;

        @Override
        protected void check() throws Fault {
            Bounds.atLeast(1, "--top", top);
        }

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault {
            RunHistory history = RunChoice.named(run, histories(database));
            SolverPolicies policies = new SolverPolicies(history);
            SolverVersion shown = version == null ? policies.latest() : policies.version(version);
            PolicyText text = PolicyText.of(history.runId(), shown, policies.version(against), database, top);
            print(json ? text.json() : text.text());
            return ExitCode.SUCCESS;
        }
    }
}
