package org.elenchus.tools.cli.mine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Task;
import org.elenchus.tools.cli.report.AtomicFile;
import org.elenchus.tools.cli.task.BreakingDiff;
import org.elenchus.tools.mining.history.CommitLine;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.snapshot.Folders;
import org.elenchus.tools.mining.snapshot.PreparedRecord;
import org.elenchus.tools.mining.snapshot.SnapshotContent;
import org.elenchus.tools.mining.snapshot.SnapshotStore;
import org.elenchus.tools.sandbox.SnapshotLayout;

/**
 * Tasks as folders that need nothing of Elenchus: {@code broken} and {@code fixed} hold main sources and resources, {@code tests} what
 * tests them, {@code task.json} the rest. A folder with a {@code task.json} is whole.
 */
final class TaskFolders {
    private static final List<String> PARTS = List.of("broken", "fixed", "tests");

    private final Path folder;
    private final SnapshotStore store;

    /** @param prepared where prepared snapshots lie */
    TaskFolders(Path folder, Path prepared) {
        this.folder = folder;
        this.store = new SnapshotStore(prepared);
    }

    void write(RealBug bug, Task task) throws IOException {
        PreparedRecord record = store.recall(task.snapshot())
                .orElseThrow(() -> new IllegalStateException(task.repository() + " was prepared just now"));
        SnapshotLayout layout = store.layout(task.snapshot());
        Path home = folder.resolve(name(bug));
        clear(home);
        copy(layout.mainSources(), home.resolve("fixed/java"));
        copy(layout.mainResources(), home.resolve("fixed/resources"));
        copy(layout.mainSources(), home.resolve("broken/java"));
        copy(layout.mainResources(), home.resolve("broken/resources"));
        copy(layout.testSources(), home.resolve("tests/java"));
        copy(layout.testResources(), home.resolve("tests/resources"));
        try {
            breakIt(task, home.resolve("broken/java"));
            String json = json(bug, task, record, BreakingDiff.of(task.breaking(), layout));
            AtomicFile.write(home.resolve("task.json"), json.getBytes(StandardCharsets.UTF_8));
        } catch (Patch.DoesNotApply e) {
            throw new IllegalStateException("the gates applied it just now", e);
        }
    }

    /** What was written before goes, and what says that it is whole goes first. */
    private static void clear(Path home) throws IOException {
        Files.deleteIfExists(home.resolve("task.json"));
        for (String part : PARTS) {
            Folders.remove(home.resolve(part));
        }
    }

    static String name(RealBug bug) {
        return bug.id().replace("<init>", "new").replace("<clinit>", "static").replaceAll("[^\\w.-]+", "-");
    }

    private static void breakIt(Task task, Path sources) throws IOException, Patch.DoesNotApply {
        Map<String, String> texts = new TreeMap<>();
        for (String path : task.breaking().paths()) {
            texts.put(path, Files.readString(sources.resolve(path), StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, String> broken : task.breaking().applyTo(texts).entrySet()) {
            Files.writeString(sources.resolve(broken.getKey()), broken.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static String json(RealBug bug, Task task, PreparedRecord record, String diff) {
        ObjectNode root = ProtocolJson.mapper().createObjectNode();
        root.put("id", bug.id());
        if (bug.library() instanceof CommitLine line) {
            // Where the clone lies is nobody else's concern.
            root.put("library", line.shortName());
            root.put("commit", bug.to()).put("module", line.module());
            CommitSubjects.of(bug).ifPresent(commit -> root.put("subject", commit.subject()));
        } else {
            root.put("library", bug.library().toString());
        }
        root.put("from", bug.from()).put("to", bug.to());
        root.put("level", bug.level().label()).put("category", bug.category().label());
        root.put("genuine", bug.genuine());
        root.put("path", bug.path()).put("symbol", bug.symbol()).put("line", bug.line());
        root.put("fixRemoved", bug.fixRemoved()).put("fixAdded", bug.fixAdded());
        root.put("javaRelease", record.content().release());
        ArrayNode dependencies = root.putArray("dependencies");
        record.content().dependencies().stream()
                .map(SnapshotContent.Dependency::coordinate)
                .forEach(dependencies::add);
        root.put("statement", task.statement());
        tests(root.putArray("failToPass"), task.verifier().failToPass());
        tests(root.putArray("passToPass"), task.verifier().passToPass());
        root.put("breakingDiff", diff);
        return root.toPrettyString() + "\n";
    }

    private static void tests(ArrayNode array, List<TestRun> runs) {
        runs.forEach(run -> array.add(run.test().toString()));
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file lies in a folder"));
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
