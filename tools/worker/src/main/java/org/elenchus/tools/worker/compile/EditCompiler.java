package org.elenchus.tools.worker.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles edited files of one snapshot against its class files, in memory. Used by one thread at a time. */
public final class EditCompiler implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final EditFiles files;
    private final List<String> options;

    /** @param classPath folders and jars @param release Java source level */
    public EditCompiler(List<Path> classPath, int release) throws IOException {
        Platform platform = Platform.of(release);
        StandardJavaFileManager base = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        base.setLocation(
                StandardLocation.CLASS_PATH,
                classPath.stream().map(Path::toFile).toList());
        base.setLocation(StandardLocation.CLASS_OUTPUT, List.of(new File(System.getProperty("java.io.tmpdir"))));
        this.files = new EditFiles(base, platform.files());
        List<String> all = new ArrayList<>(platform.options());
        all.addAll(List.of("-g", "-nowarn", "-proc:none", "-implicit:none", "-Xlint:none"));
        this.options = List.copyOf(all);
    }

    /** Where the bodies of a source text are. */
    public Outline outline(String path, String text) {
        return Outline.of(path, text, files, options);
    }

    /**
     * Compiles whole source texts.
     *
     * @param sources path relative to the source root → text
     * @param replaced binary names of class files that must not be seen: those these sources had before
     * @param ahead class files, by binary name, that take the place of replaced ones
     * @throws UncheckedIOException where a class file could not be read, so that nothing is known of the sources
     */
    public Compilation compile(SortedMap<String, String> sources, Set<String> replaced, Map<String, byte[]> ahead) {
        files.begin(replaced, ahead);
        Diagnostics diagnostics = new Diagnostics();
        List<SourceText> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new SourceText(path, text)));
        boolean done;
        try {
            done = compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, units)
                    .call();
        } catch (StackOverflowError | AssertionError | RuntimeException e) {
            files.expectReadable();
            return new Compilation.Refused(
                    List.of("the compiler failed: " + e.getClass().getName()), List.of());
        }
        files.expectReadable();
        Map<String, byte[]> output = files.output();
        files.begin(Set.of(), Map.of());
        return done
                ? new Compilation.Compiled(output)
                : new Compilation.Refused(diagnostics.errors(), diagnostics.places());
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
