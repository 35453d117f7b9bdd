package org.elenchus.tools.mining.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.protocol.Digest;

/**
 * All that makes a snapshot what it is.
 *
 * @param files path below the snapshot's root → digest of the content: sources, test sources, resources
 * @param dependencies in class path order
 * @param release the Java release the sources are written for
 */
public record SnapshotContent(SortedMap<String, Digest> files, List<Dependency> dependencies, int release) {
    /** The name of the digested form; another form gives other snapshots. */
    private static final String FORM = "snapshot.v1";

    public SnapshotContent {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        dependencies = List.copyOf(dependencies);
    }

    /** A jar of the class path. @param file its name below the snapshot's {@code lib} folder */
    public record Dependency(String coordinate, String file, Digest content) {}

    /** Names the snapshot. */
    public Digest digest() {
        List<String> parts = new ArrayList<>(List.of(FORM, Integer.toString(release), "files"));
        files.forEach((path, content) -> {
            parts.add(path);
            parts.add(content.hex());
        });
        parts.add("dependencies");
        for (Dependency dependency : dependencies) {
            parts.add(dependency.coordinate());
            parts.add(dependency.content().hex());
        }
        return Digest.ofParts(parts);
    }

    /** Digests every file below {@code src} of a snapshot's root. */
    public static SortedMap<String, Digest> filesOf(Path root) throws IOException {
        SortedMap<String, Digest> digests = new TreeMap<>();
        Path sources = root.resolve("src");
        if (Files.isDirectory(sources)) {
            try (Stream<Path> walk = Files.walk(sources)) {
                for (Path file : walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                        .toList()) {
                    String name = root.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    digests.put(name, Digest.of(Files.readAllBytes(file)));
                }
            }
        }
        return digests;
    }
}
