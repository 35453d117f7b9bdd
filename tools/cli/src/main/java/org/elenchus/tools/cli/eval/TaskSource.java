package org.elenchus.tools.cli.eval;

import java.nio.file.Path;
import java.util.List;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.DrawKey;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.eval.dataset.DataSet;
import org.elenchus.tools.cli.eval.dataset.EvalTask;
import org.elenchus.tools.cli.eval.dataset.MinedTask;
import org.elenchus.tools.cli.eval.dataset.Posing;
import org.elenchus.tools.cli.mine.Making;
import org.elenchus.tools.cli.mine.MinePlace;
import org.elenchus.tools.cli.mine.Remarks;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.record.BugList;
import org.elenchus.tools.mining.history.record.RealBug;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tasks a solver is evaluated on. */
final class TaskSource {
    @Option(names = "--dataset", paramLabel = "FOLDER", description = "A folder with a folder per task.")
    private @Nullable Path dataSet;

    @Option(names = "--real-bugs", description = "The real bugs of the list that comes along (docs/real-bugs.md).")
    private boolean realBugs;

    @Option(
            names = "--libraries",
            split = ",",
            paramLabel = "G:A",
            description = "With --real-bugs: only of these libraries, GROUP:ARTIFACT, separated by commas.")
    private @Nullable List<String> libraries;

    /** @throws Fault when it is none */
    void check() throws Fault {
        if (realBugs == (dataSet != null)) {
            throw Fault.usage("name a data set with --dataset FOLDER, or take --real-bugs");
        }
        if (libraries != null && !realBugs) {
            throw Fault.usage("--libraries is for --real-bugs; of a data set, every folder is a task");
        }
        if (dataSet == null) {
            bugs();
        } else {
            folders(dataSet);
        }
    }

    /** Whether whole libraries have to be prepared. */
    boolean isSlow() {
        return realBugs;
    }

    /** @param holdBack share of tests that only grade; @param key of its draws */
    List<EvalTask> tasks(MinePlace place, Remarks remarks, int slots, double holdBack, DrawKey key)
            throws Fault, SandboxFault, InterruptedException {
        if (dataSet != null) {
            return folders(dataSet).tasks(() -> new Posing(place.repositories(), place.libraries(), holdBack, key));
        }
        MinedRepositories repositories = place.repositories();
        return new Making(place, remarks, slots)
                .make(bugs()).stream()
                        .<EvalTask>map(made -> new MinedTask(made, repositories, holdBack, key))
                        .toList();
    }

    private static DataSet folders(Path typed) throws Fault {
        return DataSet.in(typed.toAbsolutePath().normalize(), typed.toString());
    }

    private List<RealBug> bugs() throws Fault {
        List<RealBug> listed = BugList.reviewed().bugs();
        if (libraries == null) {
            return listed;
        }
        try {
            List<Library> wanted = libraries.stream().map(Library::parse).toList();
            List<RealBug> chosen = listed.stream()
                    .filter(bug -> wanted.contains(bug.library()))
                    .toList();
            if (chosen.isEmpty()) {
                throw Fault.usage("the list has no bug of " + String.join(", ", libraries) + "; see docs/real-bugs.md");
            }
            return chosen;
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }
}
