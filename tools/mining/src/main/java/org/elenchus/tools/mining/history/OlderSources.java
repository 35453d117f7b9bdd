package org.elenchus.tools.mining.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.snapshot.Folders;

/** Main sources of releases that are compared with, path below the source root → text; the last few are kept. Thread-safe. */
public final class OlderSources {
    private static final int KEPT = 4;

    private final OlderTree trees;
    private final Map<RepositoryCoordinate, SortedMap<String, String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RepositoryCoordinate, SortedMap<String, String>> eldest) {
            return size() > KEPT;
        }
    };

    public OlderSources(MavenLibraries libraries, IntakeLimits limits) {
        this.trees = new OlderTree(libraries, limits);
    }

    /** @throws RepositoryFault when the sources cannot be had, or are refused */
    public synchronized SortedMap<String, String> of(RepositoryCoordinate release) throws RepositoryFault {
        SortedMap<String, String> texts = known.get(release);
        if (texts == null) {
            texts = Collections.unmodifiableSortedMap(read(release));
            known.put(release, texts);
        }
        return texts;
    }

    private SortedMap<String, String> read(RepositoryCoordinate release) throws RepositoryFault {
        try {
            Path folder = Files.createTempDirectory("elenchus-older-");
            try {
                Path sources = folder.resolve("java");
                trees.unpack(release, sources, folder.resolve("resources"));
                return texts(sources);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw Folders.explain(e, Path.of(System.getProperty("java.io.tmpdir", ".")));
        }
    }

    private static SortedMap<String, String> texts(Path sources) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(sources)) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(
                            sources.relativize(file).toString().replace('\\', '/'),
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
