package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.elenchus.tools.worker.bytecode.Instrumenter;
import org.elenchus.tools.worker.bytecode.ProbeTable;
import org.elenchus.tools.worker.compile.EditCompiler;
import org.jspecify.annotations.Nullable;

/** A built snapshot, ready to serve candidates: classes instrumented as they are first needed, dependencies loaded once. */
public final class OpenSnapshot implements AutoCloseable {
    private final SnapshotFolder folder;
    private final ClassFolder mainClasses;
    private final ClassFolder testClasses;
    private final ProbeTable probes = new ProbeTable();
    private final Map<String, byte[]> instrumented = new ConcurrentHashMap<>();
    private final URLClassLoader dependencies;
    private final ResourceLoader resources;
    private final EditCompiler mainCompiler;
    private final EditCompiler testCompiler;
    private final EditBuilder edits;
    private boolean wholeInstrumented;

    OpenSnapshot(SnapshotFolder folder, ClassLoader frameworks) throws IOException {
        this.folder = folder;
        this.mainClasses = new ClassFolder(folder.mainClasses());
        this.testClasses = new ClassFolder(folder.testClasses());
        List<Path> jars = folder.dependencies();
        this.dependencies = new URLClassLoader("dependencies", urls(jars.stream()), frameworks);
        this.resources = new ResourceLoader(
                urls(Stream.of(
                        folder.testClasses(), folder.mainClasses(), folder.testResources(), folder.mainResources())),
                dependencies);
        List<Path> mainClassPath = new ArrayList<>(List.of(folder.mainClasses()));
        mainClassPath.addAll(jars);
        List<Path> testClassPath = new ArrayList<>(List.of(folder.testClasses(), folder.mainClasses()));
        testClassPath.addAll(Frameworks.classPath());
        testClassPath.addAll(jars);
        this.mainCompiler = new EditCompiler(mainClassPath, folder.sourceLevel());
        this.testCompiler = new EditCompiler(testClassPath, folder.sourceLevel());
        this.edits = new EditBuilder(
                new EditBuilder.Part(new SourceFolder(folder.mainSources()), mainClasses, mainCompiler),
                new EditBuilder.Part(new SourceFolder(folder.testSources()), testClasses, testCompiler));
    }

    public Path root() {
        return folder.root();
    }

    /** Names of the compiled test classes, ascending. */
    public SortedSet<String> testClassNames() {
        return testClasses.names();
    }

    public ClassLoader resources() {
        return resources;
    }

    /** Compiles edited main source files (path relative to the source root → text) into the snapshot. */
    public Edit compile(SortedMap<String, String> overlay) throws IOException {
        return edits.build(overlay);
    }

    /** A loader of fresh classes. */
    public CandidateLoader candidate(Edit.Compiled edit) {
        Map<String, byte[]> replacing = new HashMap<>();
        edit.main().forEach((name, bytes) -> replacing.put(name, Instrumenter.main(bytes, probes)));
        edit.test().forEach((name, bytes) -> replacing.put(name, Instrumenter.test(bytes)));
        CandidateLoader.ClassSource classes = name -> {
            byte[] own = replacing.get(name);
            return own != null || edit.hidden().contains(name) ? own : original(name);
        };
        return new CandidateLoader(classes, resources, url(folder.mainClasses()));
    }

    /** Whether a class is the repository's own, original or edited. */
    public Predicate<String> ownClasses(Edit.Compiled edit) {
        return name -> mainClasses.contains(name)
                || testClasses.contains(name)
                || edit.main().containsKey(name);
    }

    /** The probes of all main code, numbered; coverage needs them all before the first test. */
    public ProbeTable allProbes() {
        if (!wholeInstrumented) {
            mainClasses.names().forEach(this::original);
            wholeInstrumented = true;
        }
        return probes;
    }

    private byte @Nullable [] original(String name) {
        byte[] known = instrumented.get(name);
        if (known != null) {
            return known;
        }
        try {
            byte[] test = testClasses.read(name);
            byte[] main = test == null ? mainClasses.read(name) : null;
            byte[] bytes =
                    test != null ? Instrumenter.test(test) : main == null ? null : Instrumenter.main(main, probes);
            if (bytes != null) {
                instrumented.put(name, bytes);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] urls(Stream<Path> paths) {
        return paths.map(OpenSnapshot::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }

    @Override
    public void close() throws IOException {
        mainCompiler.close();
        testCompiler.close();
        resources.close();
        dependencies.close();
    }
}
