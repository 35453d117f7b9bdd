package org.elenchus.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.skill.SkillProtocol.End;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.tools.cli.check.CheckCommand;
import org.elenchus.tools.cli.history.RunHistory;
import org.elenchus.tools.cli.history.TaskRecord;
import org.elenchus.tools.cli.report.OutputFile;
import org.elenchus.tools.cli.report.TaskText;
import org.elenchus.tools.cli.task.BreakingDiff;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Repair tasks and the candidates that did not become one. */
@Command(
        name = "tasks",
        description = "Show repair tasks; check one written by hand.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus tasks list --admitted",
            "  elenchus tasks show TASK --patch broken.diff",
            "  elenchus tasks check --repo dir:../shop --patch bug.diff"
        },
        subcommands = {TasksCommand.Listing.class, TasksCommand.Show.class, CheckCommand.class})
final class TasksCommand extends Group {
    @Command(
            name = "list",
            description = "The tasks of a run: candidates that passed all gates.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  elenchus tasks list --admitted --iteration 2",
                "  elenchus tasks list --pool test",
                "  elenchus tasks list --all --json"
            })
    static final class Listing extends JournalVerb {
        @Mixin
        private final RunChoice choice = new RunChoice();

        @Option(names = "--all", description = "All candidates, also those a gate rejected.")
        private boolean all;

        @Option(names = "--admitted", description = "Only those that entered a curriculum.")
        private boolean admitted;

        @Option(names = "--pool", description = "Only those of a pool: ${COMPLETION-CANDIDATES}.")
        private @Nullable Pool pool;

        @Option(names = "--iteration", paramLabel = "N", description = "Only those admitted in an iteration.")
        private @Nullable Integer iteration;

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault {
            List<TaskRecord> tasks = choice.of(histories(database)).tasks().values().stream()
                    .filter(this::isMeant)
                    .toList();
            if (choice.json()) {
                ArrayNode list = ProtocolJson.mapper().createArrayNode();
                tasks.forEach(task -> list.add(TaskText.json(task)));
                out().println(list.toPrettyString());
            } else {
                print(TaskText.table(tasks));
            }
            return ExitCode.SUCCESS;
        }

        private boolean isMeant(TaskRecord task) {
            return (all || task.task().isPresent())
                    && (!admitted || task.end().filter(End.ADMITTED::equals).isPresent())
                    && (pool == null || task.pool() == pool)
                    && (iteration == null || task.admitted().orElse(-1) == iteration);
        }
    }

    @Command(
            name = "show",
            description = "A task: its statement, its tests, the diff that breaks the sources, and the evidence.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  elenchus tasks show generate/1/TRAIN/commons-cli/some-skill/03",
                "  elenchus tasks show 1f2e3d4c --patch -        by the beginning of its digest; only the diff",
                "  elenchus tasks show 1f2e3d4c --patch broken.diff"
            })
    static final class Show extends JournalVerb {
        private static final String STANDARD_OUTPUT = "-";

        @Mixin
        private final RunChoice choice = new RunChoice();

        @Parameters(paramLabel = "TASK", description = "A task's id, the end of one, or the beginning of its digest.")
        private String id = "";

        @Option(
                names = "--patch",
                paramLabel = "FILE",
                description = "Write the diff that breaks the sources to a file, or - for standard output.")
        private @Nullable String patch;

        @Option(names = "--evidence", description = "Also print what the gates saw.")
        private boolean evidence;

        @Override
        protected void check() throws Fault {
            if (patch != null && !STANDARD_OUTPUT.equals(patch)) {
                new OutputFile("--patch", Path.of(patch)).check();
            }
        }

        @Override
        protected ExitCode call(Database database) throws StorageFault, Fault, IOException {
            TaskRecord record = find(choice.of(histories(database)));
            Optional<Task> task =
                    record.task().map(digest -> database.artifacts().get(digest, Task.class));
            if (patch != null) {
                writePatch(
                        record,
                        task.orElseThrow(() -> Fault.failure(record.id() + " is no task but a candidate ("
                                + record.outcome() + "); it has no patch to write")));
                return ExitCode.SUCCESS;
            }
            if (choice.json()) {
                ObjectNode json = TaskText.json(record, task);
                if (evidence) {
                    json.set("evidence", evidence(database, record));
                }
                out().println(json.toPrettyString());
            } else {
                out().print(text(record, task));
                if (evidence) {
                    out().println(evidence(database, record).toPrettyString());
                }
            }
            out().flush();
            return ExitCode.SUCCESS;
        }

        private String text(TaskRecord record, Optional<Task> task) throws IOException, Fault {
            StringBuilder text = new StringBuilder(TaskText.text(record));
            if (task.isPresent()) {
                SnapshotLayout layout = layout(task.get());
                text.append(TaskText.text(task.get(), layout)).append('\n').append(diff(task.get(), layout));
            }
            return text.toString();
        }

        private SnapshotLayout layout(Task task) {
            return SnapshotLayout.of(paths().repositories(), task.snapshot());
        }

        private static String diff(Task task, SnapshotLayout layout) throws IOException, Fault {
            try {
                return BreakingDiff.of(task.breaking(), layout);
            } catch (NoSuchFileException e) {
                throw Fault.failure("the prepared sources of " + task.repository() + " are not in " + layout.root()
                        + "; start 'elenchus evolve' with that repository and another --seed, which prepares them, or"
                        + " name the folder of a node that has them with --data");
            } catch (Patch.DoesNotApply | CharacterCodingException e) {
                throw Fault.failure("the prepared sources in " + layout.root() + " were changed (" + e.getMessage()
                        + "); delete that folder and start 'elenchus evolve' with that repository and another --seed");
            }
        }

        private void writePatch(TaskRecord record, Task task) throws IOException, Fault {
            String diff = diff(task, layout(task));
            if (STANDARD_OUTPUT.equals(patch)) {
                print(diff);
                return;
            }
            new OutputFile("--patch", Path.of(String.valueOf(patch))).write(() -> diff);
            out().println(record.id() + ": apply " + patch
                    + " with 'patch -p1', or 'git apply' outside any repository, in a copy of "
                    + layout(task).root());
        }

        private static JsonNode evidence(Database database, TaskRecord record) throws Fault {
            Digest digest = TaskText.evidence(record)
                    .orElseThrow(() -> Fault.failure("no gate has left evidence on " + record.id()));
            return TaskText.tree(database.artifacts().json(digest));
        }

        private TaskRecord find(RunHistory run) throws Fault {
            TaskRecord exact = run.tasks().get(id);
            if (exact != null) {
                return exact;
            }
            List<TaskRecord> found = run.tasks().values().stream()
                    .filter(task -> task.id().endsWith(id)
                            || task.task()
                                    .filter(digest -> digest.hex().startsWith(id))
                                    .isPresent())
                    .toList();
            if (found.size() != 1) {
                throw Fault.failure(
                        found.isEmpty()
                                ? "there is no task '" + id + "' in " + run.runId()
                                        + "; see 'elenchus tasks list --all'"
                                : "'" + id + "' may be one of " + found.size()
                                        + " tasks; give more of it, see 'elenchus tasks list --all'");
            }
            return found.get(0);
        }
    }
}
