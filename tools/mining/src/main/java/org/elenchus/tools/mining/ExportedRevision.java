package org.elenchus.tools.mining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.intake.GitRevision;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.intake.RefusedSource;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.MavenProject;
import org.elenchus.tools.mining.snapshot.Folders;

/** The files of a git revision in a folder of their own, while this is open: all of them, or those of one module and every POM. */
public final class ExportedRevision implements AutoCloseable {
    private final RepositoryCoordinate coordinate;
    private final Path folder;

    private ExportedRevision(RepositoryCoordinate coordinate, Path folder) {
        this.coordinate = coordinate;
        this.folder = folder;
    }

    /**
     * Exports it.
     *
     * @param coordinate a {@code git:} one
     * @throws RepositoryFault when there is no such revision or module, or a file is refused
     */
    public static ExportedRevision of(RepositoryCoordinate coordinate, IntakeLimits limits)
            throws RepositoryFault, IOException {
        Path repository = SourceTree.of(coordinate);
        String module = coordinate.module();
        if (!module.isEmpty() && !SourceRules.isPlain(module)) {
            throw new RepositoryFault("'" + module + "' of " + coordinate
                    + " is not the folder of a module. Name it from the top, such as tools/core");
        }
        Path folder = Files.createTempDirectory("elenchus-export-");
        try {
            GitRevision.of(repository, coordinate.revision()).exportTo(folder, limits, path -> isNeeded(path, module));
            ExportedRevision exported = new ExportedRevision(coordinate, folder);
            SourceTree.requireSources(exported.module(), coordinate.toString());
            return exported;
        } catch (RefusedSource e) {
            Folders.remove(folder);
            throw new RepositoryFault(coordinate + " is refused: " + e.reason(), e);
        } catch (RepositoryFault | IOException | RuntimeException e) {
            Folders.remove(folder);
            throw e;
        }
    }

    /** A module's POM may have its parent anywhere in the tree. */
    private static boolean isNeeded(String path, String module) {
        return module.isEmpty() || path.startsWith(module + "/") || path.equals("pom.xml") || path.endsWith("/pom.xml");
    }

    /** The folder of what the coordinate names: the module, or the top. */
    public Path module() {
        return folder.resolve(coordinate.module());
    }

    /** The project with its dependencies. @throws RepositoryFault when its POM leads out of the tree */
    MavenProject project(MavenLibraries libraries) throws RepositoryFault {
        return inside(libraries.read(module()));
    }

    /** The project's folders, without its dependencies. @throws RepositoryFault when its POM leads out of the tree */
    public MavenProject layout(MavenLibraries libraries) throws RepositoryFault {
        return inside(libraries.layout(module()));
    }

    private MavenProject inside(MavenProject project) throws RepositoryFault {
        if (!project.isInside(folder)) {
            throw new RepositoryFault(coordinate + " is refused: its POM names folders outside of the repository");
        }
        return project;
    }

    @Override
    public void close() throws IOException {
        Folders.remove(folder);
    }
}
