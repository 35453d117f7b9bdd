package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts below a source root, read when first needed. */
final class SourceFolder {
    private final Path root;
    private @Nullable SortedMap<String, String> texts;

    SourceFolder(Path root) {
        this.root = root;
    }

    /** Files that name one of these classes. Path relative to the root → text. */
    SortedMap<String, String> mentioning(Collection<String> simpleNames) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        if (!simpleNames.isEmpty()) {
            Pattern names = Pattern.compile(
                    simpleNames.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
            texts().forEach((path, text) -> {
                if (names.matcher(text).find()) {
                    found.put(path, text);
                }
            });
        }
        return found;
    }

    /** A file's text, by its path relative to the root. */
    Optional<String> text(String path) throws IOException {
        return Optional.ofNullable(texts().get(path));
    }

    private SortedMap<String, String> texts() throws IOException {
        SortedMap<String, String> known = texts;
        if (known == null) {
            known = new TreeMap<>();
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                            .toList()) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        if (!path.endsWith("module-info.java")) {
                            known.put(path, Files.readString(file));
                        }
                    }
                }
            }
            texts = known;
        }
        return known;
    }
}
