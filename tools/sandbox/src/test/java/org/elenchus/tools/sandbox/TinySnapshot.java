package org.elenchus.tools.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.TestId;

/** The library below {@code src/test/resources/tiny}, as a snapshot in a folder of repositories. */
record TinySnapshot(Path repositories, Digest digest) {
    static final long FUEL = 100_000;

    static TinySnapshot in(Path repositories, int release) throws IOException {
        TinySnapshot snapshot = new TinySnapshot(repositories, Digest.of("tiny" + release));
        SnapshotLayout layout = SnapshotLayout.of(repositories, snapshot.digest());
        Path original = original();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = layout.root().resolve(original.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.writeString(layout.release(), release + "\n");
        Files.writeString(layout.classPath(), "");
        return snapshot;
    }

    private static Path original() {
        try {
            return Path.of(TinySnapshot.class.getResource("/tiny").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String source(String path) {
        try {
            return Files.readString(original().resolve("src/main/java").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calculator.java with one text replaced. */
    static Overlay calculator(String text, String replacement) {
        String source = source("tiny/Calculator.java");
        if (!source.contains(text)) {
            throw new IllegalArgumentException("not in the source: " + text);
        }
        return Overlay.of(Map.of("tiny/Calculator.java", source.replace(text, replacement)));
    }

    /** @param tests {@code name} for tests of JupiterTest, {@code Class#name} for others; no parameters */
    ExecutionRequest request(Overlay overlay, String... tests) {
        return request(overlay, false, tests);
    }

    ExecutionRequest request(Overlay overlay, boolean coverage, String... tests) {
        List<TestRun> runs = new ArrayList<>();
        for (String test : tests) {
            String method = test.endsWith(")") ? test : test + "()";
            runs.add(new TestRun(TestId.parse("tiny." + (test.contains("#") ? "" : "JupiterTest#") + method), FUEL));
        }
        return new ExecutionRequest(digest, new Overlay(new TreeMap<>(overlay.files())), runs, coverage);
    }
}
