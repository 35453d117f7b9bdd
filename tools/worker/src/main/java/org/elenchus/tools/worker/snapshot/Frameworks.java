package org.elenchus.tools.worker.snapshot;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The test frameworks on the worker's own class path. */
public final class Frameworks {
    private static final List<String> NAMES = List.of("junit", "hamcrest", "opentest4j", "apiguardian");

    private Frameworks() {}

    /** Their jars. */
    public static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> NAMES.stream()
                        .anyMatch(name -> entry.getFileName().toString().startsWith(name)))
                .toList();
    }
}
