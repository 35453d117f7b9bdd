package org.elenchus.tools.cli.bench.reach;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.repair.mending.Mend;

/** A real fix and whether edits of the solver make it. @param task the name of its folder */
public record RealFix(String task, Mend.Reading reading) {
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
        return new RealFix(
                String.valueOf(task.getFileName()), Mend.of(tree(task.resolve("broken")), tree(task.resolve("fixed"))));
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
