package org.elenchus.tools.worker.compile;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles all sources below a folder into a class folder. */
public final class SnapshotCompiler {
    private static final String MODULE_DECLARATION = "module-info.java";
    private static final int MOST_ROUNDS = 12;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final int release;

    public SnapshotCompiler(int release) {
        this.release = release;
    }

    /** @param omitted files that did not compile, relative to the source root @param errors of the last round */
    public record Report(List<String> omitted, List<String> errors) {}

    /** Compiles all files or none. */
    public Report compile(Path sources, Path output, List<Path> classPath) throws IOException {
        Round round = round(sourcesBelow(sources), output, classPath);
        return new Report(List.of(), round.errors());
    }

    /** Leaves out files with errors, and those that fail without them, until the rest compiles. */
    public Report compileWhatCompiles(Path sources, Path output, List<Path> classPath) throws IOException {
        List<Path> rest = new ArrayList<>(sourcesBelow(sources));
        List<String> omitted = new ArrayList<>();
        List<String> errors = List.of();
        for (int i = 0; i < MOST_ROUNDS && !rest.isEmpty(); i++) {
            Round round = round(rest, output, classPath);
            errors = round.errors();
            List<Path> faulty = round.faulty();
            if (faulty.isEmpty()) {
                break;
            }
            faulty.forEach(file -> omitted.add(relative(sources, file)));
            rest.removeAll(faulty);
        }
        omitted.sort(null);
        return new Report(omitted, errors);
    }

    private record Round(List<Path> faulty, List<String> errors) {}

    private Round round(List<Path> sources, Path output, List<Path> classPath) throws IOException {
        Files.createDirectories(output);
        if (sources.isEmpty()) {
            return new Round(List.of(), List.of());
        }
        Diagnostics diagnostics = new Diagnostics();
        List<String> options = List.of(
                "--release",
                Integer.toString(release),
                "-g",
                "-nowarn",
                "-proc:none",
                "-implicit:none",
                "-Xlint:none",
                "-Xmaxerrs",
                "100000");
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            boolean done = compiler.getTask(
                            Writer.nullWriter(),
                            files,
                            diagnostics,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            List<Path> faulty = sources.stream()
                    .filter(source -> diagnostics.files().contains(source.toString()))
                    .toList();
            return new Round(faulty, done ? List.of() : failures(diagnostics));
        }
    }

    private static List<String> failures(Diagnostics diagnostics) {
        return diagnostics.errors().isEmpty() ? List.of("the compiler failed without a message") : diagnostics.errors();
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> sourcesBelow(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(MODULE_DECLARATION))
                    .sorted()
                    .toList();
        }
    }
}
