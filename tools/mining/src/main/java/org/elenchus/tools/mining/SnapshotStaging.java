package org.elenchus.tools.mining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.intake.RefusedSource;
import org.elenchus.tools.mining.intake.SourceArchive;
import org.elenchus.tools.mining.intake.SourceFolder;
import org.elenchus.tools.mining.intake.WholeTree;
import org.elenchus.tools.mining.maven.ClassPath;
import org.elenchus.tools.mining.maven.DependencyJar;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.MavenProject;
import org.elenchus.tools.mining.maven.SourceJars;
import org.elenchus.tools.mining.snapshot.PreparedRecord;
import org.elenchus.tools.mining.snapshot.SnapshotContent;
import org.elenchus.tools.mining.snapshot.SnapshotStore;
import org.elenchus.tools.sandbox.SnapshotLayout;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;
import org.elenchus.tools.verifier.declaration.Declaration;
import org.elenchus.tools.verifier.declaration.DeclarationFault;
import org.elenchus.tools.verifier.declaration.DeclarationFile;

/** Brings a repository's files into a draft of a snapshot. */
final class SnapshotStaging {
    private final MavenLibraries libraries;
    private final SnapshotStore store;
    private final IntakeLimits limits;
    private final Predicate<PreparedRecord> intact;

    /** @param intact tells whether a finished preparation is still whole */
    SnapshotStaging(
            MavenLibraries libraries, SnapshotStore store, IntakeLimits limits, Predicate<PreparedRecord> intact) {
        this.libraries = libraries;
        this.store = store;
        this.limits = limits;
        this.intact = intact;
    }

    /** A staged snapshot. @param notes what was left out */
    record Staged(Digest digest, SnapshotContent content, List<String> notes) {}

    Staged stage(RepositoryCoordinate coordinate, Runnable fetched) throws RepositoryFault, IOException {
        return coordinate.isMaven() ? published(coordinate, fetched) : folder(coordinate, fetched);
    }

    private Staged published(RepositoryCoordinate coordinate, Runnable fetched) throws RepositoryFault, IOException {
        SourceJars jars = libraries.fetch(coordinate);
        fetched.run();
        return stage(coordinate, jars.classPath(), jars.release(), draft -> {
            new SourceArchive(jars.sources()).unpack(draft.mainSources(), draft.mainResources(), limits);
            new SourceArchive(jars.testSources()).unpack(draft.testSources(), draft.testResources(), limits);
        });
    }

    private Staged folder(RepositoryCoordinate coordinate, Runnable fetched) throws RepositoryFault, IOException {
        Path path = SourceTree.of(coordinate);
        if (!coordinate.isGit()) {
            return DeclarationFile.isIn(path)
                    ? declared(coordinate, new WholeTree(path, store.folder()), fetched)
                    : stage(coordinate, libraries.read(path), fetched);
        }
        try (ExportedRevision export = ExportedRevision.of(coordinate, limits)) {
            return DeclarationFile.isIn(export.module())
                    ? declared(coordinate, new WholeTree(export.module(), store.folder()), fetched)
                    : stage(coordinate, export.project(libraries), fetched);
        }
    }

    private Staged declared(RepositoryCoordinate coordinate, WholeTree files, Runnable fetched)
            throws RepositoryFault, IOException {
        Declaration declaration = declaration(coordinate, files.folder());
        fetched.run();
        SnapshotContent content = store.<RepositoryFault>stage(intact, draft -> {
            try {
                files.copy(declaration, draft.root(), limits);
                if (SourceSnapshot.open(draft.root()).sources().isEmpty()) {
                    throw new RepositoryFault(coordinate + " has no main source file where its " + DeclarationFile.NAME
                            + " says. Check sources.folders and sources.extensions");
                }
                return new SnapshotContent(SnapshotContent.filesOf(draft.root()), List.of(), 0);
            } catch (RefusedSource e) {
                throw new RepositoryFault(coordinate + " is refused: " + e.reason(), e);
            } catch (DeclarationFault e) {
                throw new RepositoryFault(coordinate + ": " + e.getMessage(), e);
            }
        });
        return new Staged(content.digest(), content, List.of());
    }

    private static Declaration declaration(RepositoryCoordinate coordinate, Path folder)
            throws RepositoryFault, IOException {
        try {
            return DeclarationFile.read(folder);
        } catch (DeclarationFault e) {
            throw new RepositoryFault(coordinate + ": " + e.getMessage(), e);
        }
    }

    /** Stages a source tree by its parts. */
    Staged stage(RepositoryCoordinate coordinate, MavenProject project, Runnable fetched)
            throws RepositoryFault, IOException {
        fetched.run();
        return stage(coordinate, project.classPath(), project.release(), draft -> {
            new SourceFolder(project.mainSources()).copySources(draft.mainSources(), limits);
            new SourceFolder(project.testSources()).copySources(draft.testSources(), limits);
            for (Path resources : project.mainResources()) {
                new SourceFolder(resources).copyResources(draft.mainResources(), limits);
            }
            for (Path resources : project.testResources()) {
                new SourceFolder(resources).copyResources(draft.testResources(), limits);
            }
        });
    }

    private interface Intake {
        void into(SnapshotLayout draft) throws IOException, RefusedSource;
    }

    private Staged stage(RepositoryCoordinate coordinate, ClassPath classPath, int release, Intake intake)
            throws RepositoryFault, IOException {
        requireRunnable(coordinate, release);
        SnapshotContent content = store.<RepositoryFault>stage(intact, draft -> {
            try {
                intake.into(draft);
                List<SnapshotContent.Dependency> dependencies = copy(classPath.jars(), draft.libraries());
                SnapshotContent filled =
                        new SnapshotContent(SnapshotContent.filesOf(draft.root()), dependencies, release);
                requireSources(coordinate, filled);
                return filled;
            } catch (RefusedSource e) {
                throw new RepositoryFault(e.reason(), e);
            }
        });
        return new Staged(content.digest(), content, classPath.notes());
    }

    private static void requireRunnable(RepositoryCoordinate coordinate, int release) throws RepositoryFault {
        int running = Runtime.version().feature();
        if (release > running) {
            throw new RepositoryFault(coordinate + " is written for Java " + release + ", and this is Java " + running
                    + ". Run with a newer JDK, or choose an older version of it");
        }
    }

    private static void requireSources(RepositoryCoordinate coordinate, SnapshotContent content)
            throws RepositoryFault {
        for (String part : List.of("main", "test")) {
            boolean any = content.files().keySet().stream()
                    .anyMatch(file -> file.startsWith("src/" + part + "/java/") && file.endsWith(".java"));
            if (!any) {
                throw new RepositoryFault(coordinate + " has no Java " + part
                        + " sources. Name a Java library with tests; of a project with several modules, one module");
            }
        }
    }

    /** Copies the jars, so that a snapshot stays whole when the local Maven repository is cleaned. */
    private static List<SnapshotContent.Dependency> copy(List<DependencyJar> jars, Path lib)
            throws IOException, RefusedSource {
        List<SnapshotContent.Dependency> dependencies = new ArrayList<>();
        Files.createDirectories(lib);
        for (DependencyJar jar : jars) {
            new SourceArchive(jar.file()).requireReadable();
            String name = String.format(
                    Locale.ROOT, "%03d-%s", dependencies.size(), jar.file().getFileName());
            Path copy = Files.copy(jar.file(), lib.resolve(name));
            dependencies.add(
                    new SnapshotContent.Dependency(jar.coordinate(), name, Digest.of(Files.readAllBytes(copy))));
        }
        return dependencies;
    }
}
