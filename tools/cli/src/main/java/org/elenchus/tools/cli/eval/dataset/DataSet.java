package org.elenchus.tools.cli.eval.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.tools.cli.Fault;

/**
 * The tasks of a folder: each folder in it is one, unless its name begins with a dot.
 *
 * @param entries by folder name
 */
public record DataSet(List<Entry> entries) {
    public DataSet {
        entries = List.copyOf(entries);
    }

    /** A task's folder, and what its {@code task.json} says. */
    public sealed interface Entry {
        TaskFolder folder();

        /** @param posing made anew for each task, since what is prepared is kept in memory */
        EvalTask task(Supplier<Posing> posing);
    }

    /** Its file can be read. */
    public record Readable(TaskFolder folder, TaskFile file) implements Entry {
        @Override
        public EvalTask task(Supplier<Posing> posing) {
            return new Opened(this, posing);
        }
    }

    /** Its file cannot. */
    public record Unreadable(TaskFolder folder, InvalidTask fault) implements Entry {
        @Override
        public EvalTask task(Supplier<Posing> posing) {
            return new Refused(this);
        }
    }

    private record Opened(Readable entry, Supplier<Posing> posing) implements EvalTask {
        @Override
        public String id() {
            return entry.file().id();
        }

        @Override
        public PosedTask pose(Sandbox sandbox) throws InvalidTask, SandboxFault {
            return posing.get().pose(entry.folder(), entry.file(), sandbox);
        }
    }

    private record Refused(Unreadable entry) implements EvalTask {
        @Override
        public String id() {
            return entry.folder().name();
        }

        @Override
        public PosedTask pose(Sandbox sandbox) throws InvalidTask {
            throw entry.fault();
        }
    }

    /** @param posing where each is executed */
    public List<EvalTask> tasks(Supplier<Posing> posing) {
        return entries.stream().map(entry -> entry.task(posing)).toList();
    }

    /** @throws Fault when the folder holds no task's folder */
    public static DataSet in(Path folder, String typed) throws Fault {
        List<Path> folders;
        try (Stream<Path> children = Files.list(folder)) {
            folders = children.filter(Files::isDirectory)
                    .filter(child -> !String.valueOf(child.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Fault.usage("--dataset " + typed + " is no folder that can be read; name one with a folder per task");
        }
        if (folders.isEmpty()) {
            throw Fault.usage("--dataset " + typed + " holds no folder; make one per task, see docs/datasets.md");
        }
        Map<String, String> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Path child : folders) {
            entries.add(entry(new TaskFolder(child), seen));
        }
        return new DataSet(entries);
    }

    /** @param seen folder names by id; draws are keyed by ids, so no two tasks may have the same */
    private static Entry entry(TaskFolder folder, Map<String, String> seen) {
        try {
            TaskFile file = TaskFile.read(folder.path());
            String other = seen.putIfAbsent(file.id(), folder.name());
            if (other != null) {
                throw new InvalidTask("its id " + file.id() + " is that of " + other + ", too; change one of them");
            }
            return new Readable(folder, file);
        } catch (InvalidTask e) {
            return new Unreadable(folder, e);
        }
    }
}
