package org.elenchus.tools.cli.retrain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elenchus.actors.learning.Policy;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.AdvantageEstimator;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.trace.GroupRef;
import org.elenchus.protocol.trace.TraceGroup;
import org.elenchus.tools.cli.Bounds;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.JournalVerb;
import org.elenchus.tools.cli.RunChoice;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunStanding;
import org.elenchus.tools.cli.mine.Remarks;
import org.elenchus.tools.cli.retrain.Yardstick.Measure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which settings of learning would have served finished runs better. */
@Command(
        name = "retrain",
        sortOptions = false,
        description = {
            "Which settings of learning serve best: the solvers of finished runs are trained again, from their untrained policies and on the",
            "rollouts that the runs trained on, once for each combination of the settings named. Nothing is executed. Each policy is",
            "measured by how likely it makes the edits that mended the validation tasks in any of the runs.",
            "Test tasks are not touched, so what is decided by these figures leaves the evaluation clean."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus solver retrain                       all finished runs, with their own settings",
            "  elenchus solver retrain --learning-rate 0.02,0.1 --damping 1e-8,0.03",
            "  elenchus solver retrain run-1f2e3d4c5b6a --epochs 1,2,4 --advantage gdpo,grpo",
            "  elenchus solver retrain --learning-rate 0.05,0.1 --budgets 10 --json > retrain.json"
        })
public final class RetrainCommand extends JournalVerb {
    private static final int TOLD = 10;

    @Parameters(
            arity = "0..*",
            paramLabel = "RUN",
            description = "The runs (default: all that have finished; 'elenchus run list' names them).")
    private final List<String> named = new ArrayList<>();

    @Option(
            names = "--learning-rate",
            split = ",",
            paramLabel = "RATE",
            description = "Adam's step sizes (default: each run's own).")
    private final List<Double> learningRates = new ArrayList<>();

    @Option(
            names = "--damping",
            split = ",",
            paramLabel = "EPSILON",
            description = "Adam's ε: what it holds small gradients back by (default: each run's own).")
    private final List<Double> dampings = new ArrayList<>();

    @Option(
            names = "--epochs",
            split = ",",
            paramLabel = "N",
            description = "Passes over each round's rollouts (default: each run's own).")
    private final List<Integer> epochs = new ArrayList<>();

    @Option(
            names = "--advantage",
            split = ",",
            paramLabel = "KIND",
            description = "Advantage estimators: gdpo or grpo (default: each run's own).")
    private final List<AdvantageEstimator> advantages = new ArrayList<>();

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,6,10,30",
            description = "Edits within which expected solve rates are told (default: ${DEFAULT-VALUE}).")
    private final List<Integer> budgets = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    protected void check() throws Fault {
        for (double rate : learningRates) {
            Bounds.positive("--learning-rate", rate);
        }
        for (double damping : dampings) {
            Bounds.positive("--damping", damping);
        }
        for (int passes : epochs) {
            Bounds.atLeast(1, "--epochs", passes);
        }
        for (int edits : budgets) {
            Bounds.atLeast(1, "--budgets", edits);
        }
    }

    @Override
    protected ExitCode call(Database database) throws StorageFault, Fault {
        Remarks remarks = new Remarks(err());
        ArtifactStore artifacts = database.artifacts();
        List<TrainedRun> runs = runs(database, remarks);
        comparable(runs, artifacts);
        Yardstick yardstick = yardstick(runs, artifacts, remarks);
        // A run that goes on for longer than another is compared as far as both go.
        int iterations = runs.stream().mapToInt(TrainedRun::iterations).min().orElseThrow();
        Retraining retraining = new Retraining(
                Setting.combinations(learningRates, dampings, epochs, advantages),
                iterations,
                yardstick,
                budgets.stream().distinct().sorted().toList());
        List<List<List<Measure>>> courses = new ArrayList<>();
        for (TrainedRun run : runs) {
            Policy base =
                    new Policy(artifacts.get(run.base(), PolicyWeights.class).weights());
            courses.add(retraining.of(run, base, group -> artifacts.get(group.artifact(), TraceGroup.class)));
            told(remarks, courses.size(), runs.size(), "runs trained again");
        }
        RetrainText text = new RetrainText(
                RetrainReport.of(runs.stream().map(TrainedRun::id).toList(), retraining, courses));
        print(json ? text.json() : text.text());
        return ExitCode.SUCCESS;
    }

    private List<TrainedRun> runs(Database database, Remarks remarks) throws StorageFault, Fault {
        List<String> ids = named.isEmpty()
                ? RunStanding.all(new JournalReader(database)).stream()
                        .filter(standing -> standing.state() == RunStanding.State.FINISHED)
                        .map(RunStanding::run)
                        .toList()
                : named.stream().distinct().toList();
        if (ids.isEmpty()) {
            throw Fault.failure("no run of this data folder has finished; run 'elenchus evolve' to its end");
        }
        Histories histories = histories(database);
        List<TrainedRun> runs = new ArrayList<>();
        for (String id : ids) {
            runs.add(TrainedRun.of(RunChoice.named(id, histories)));
            told(remarks, runs.size(), ids.size(), "runs read");
        }
        return runs;
    }

    /** A feature is a column of the choice sets: policies of other features cannot be measured by them. */
    private static void comparable(List<TrainedRun> runs, ArtifactStore artifacts) throws Fault {
        TrainedRun last = runs.get(runs.size() - 1);
        List<String> features = artifacts.get(last.base(), PolicyWeights.class).features();
        for (TrainedRun run : runs) {
            if (!artifacts.get(run.base(), PolicyWeights.class).features().equals(features)) {
                throw Fault.failure(
                        run.id() + " and " + last.id() + " were trained by different versions, whose solvers"
                                + " have other features; name the runs of one version");
            }
        }
    }

    private static Yardstick yardstick(List<TrainedRun> runs, ArtifactStore artifacts, Remarks remarks) throws Fault {
        MendBook book = new MendBook();
        Set<Digest> read = new HashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            for (GroupRef group : runs.get(i).anchors()) {
                book.met(group);
                if (group.solved() > 0 && read.add(group.artifact())) {
                    book.add(group, artifacts.get(group.artifact(), TraceGroup.class));
                }
            }
            told(remarks, i + 1, runs.size(), "runs searched for edits that mend validation tasks");
        }
        Yardstick yardstick = book.yardstick();
        if (yardstick.mended() == 0) {
            throw Fault.failure(
                    "no rollout of these runs mended a validation task by a single edit, so there is nothing"
                            + " to measure by; name other runs, or run 'elenchus evolve' with more validation tasks");
        }
        return yardstick;
    }

    private static void told(Remarks remarks, int done, int total, String what) {
        if (done % TOLD == 0) {
            remarks.say(done + "/" + total + " " + what);
        }
    }
}
