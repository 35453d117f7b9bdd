package org.elenchus.tools.cli.bench.reach;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.repair.mending.Mend;
import org.elenchus.tools.repair.syntax.Surroundings;

/**
 * A real fix and whether edits of the solver make it.
 *
 * @param task the name of its folder, or the bug's id
 * @param category what kind of fix it is; empty where that is not known
 * @param localised whether failing tests lead there; empty where there are no tests
 */
public record RealFix(String task, String category, Mend.Reading reading, Optional<Localised> localised) {
    /**
     * What the solver suspects in the broken state.
     *
     * @param places how many
     * @param near whether one of them is at the human fix or next to it
     * @param made whether the first of the mending edits is offered at one of them; false where there is none
     */
    public record Localised(int places, boolean near, boolean made) {}

    /** The artifact whose fix it is: the first part of a bug's id. */
    String library() {
        int end = task.indexOf('/');
        return end < 0 ? task : task.substring(0, end);
    }

    /** Folders with {@code broken/} and {@code fixed/} trees, by name. @throws Fault when there is none */
    public static List<Path> tasks(Path folder) throws Fault, IOException {
        if (!Files.isDirectory(folder)) {
            throw Fault.usage("--pairs " + folder + " is not a folder; name one that holds tasks");
        }
        List<Path> tasks;
        try (Stream<Path> found = Files.list(folder)) {
            tasks = found.filter(t -> Files.isDirectory(t.resolve("broken")) && Files.isDirectory(t.resolve("fixed")))
                    .sorted()
                    .toList();
        }
        if (tasks.isEmpty()) {
            throw Fault.usage(
                    "no folder in --pairs " + folder + " has both broken/ and fixed/; name one that holds tasks");
        }
        return tasks;
    }

    public static RealFix of(Path task) throws Fault, IOException {
        Map<String, String> broken = tree(task.resolve("broken"));
        return new RealFix(
                String.valueOf(task.getFileName()),
                "",
                Mend.of(
                        broken,
                        tree(task.resolve("fixed")),
                        path -> Surroundings.of(
                                path,
                                String.valueOf(broken.get(path)),
                                broken.keySet(),
                                p -> String.valueOf(broken.get(p)))),
                Optional.empty());
    }

    private static Map<String, String> tree(Path root) throws Fault, IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
        for (Path file : files) {
            try {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            } catch (CharacterCodingException e) {
                throw Fault.failure(file + " is not UTF-8; convert it");
            }
        }
        return texts;
    }
}
