package org.elenchus.tools.cli.bench.peer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.elenchus.tools.sandbox.host.SandboxSettings;

/** A prepared repository as others see it: folders and jars. */
public record Subject(PreparedRepository repository, SandboxSettings settings) {
    SnapshotLayout layout() {
        return SnapshotLayout.of(settings.repositories(), repository.summary().snapshot());
    }

    /** Its classes, resources and dependencies, then the frameworks the sandbox runs tests with. */
    List<Path> classPath() throws IOException {
        SnapshotLayout layout = layout();
        List<Path> path = new ArrayList<>(
                Stream.of(layout.testClasses(), layout.mainClasses(), layout.testResources(), layout.mainResources())
                        .filter(Files::isDirectory)
                        .toList());
        path.addAll(dependencies());
        path.addAll(settings.workerClassPath());
        return path;
    }

    List<Path> dependencies() throws IOException {
        return layout().dependencies();
    }

    int release() throws IOException {
        return Integer.parseInt(Files.readString(layout().release()).strip());
    }

    /** Binary names of main classes that are not nested. */
    SortedSet<String> mainClasses() {
        return classes(layout().mainClasses());
    }

    SortedSet<String> testClasses() {
        return classes(layout().testClasses());
    }

    private static SortedSet<String> classes(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder to work in that shows the sources where tests look for them. */
    Path showSources(Path folder) throws IOException {
        Files.createSymbolicLink(folder.resolve("src"), layout().root().resolve("src"));
        return folder;
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
