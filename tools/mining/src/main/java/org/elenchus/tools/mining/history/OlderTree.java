package org.elenchus.tools.mining.history;

import java.io.IOException;
import java.nio.file.Path;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.ExportedRevision;
import org.elenchus.tools.mining.intake.IntakeLimits;
import org.elenchus.tools.mining.intake.RefusedSource;
import org.elenchus.tools.mining.intake.SourceArchive;
import org.elenchus.tools.mining.intake.SourceFolder;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.MavenProject;

/** Main sources and resources of a version that is compared with: out of a release's sources jar, or out of a commit. Thread-safe. */
public final class OlderTree {
    private final MavenLibraries libraries;
    private final IntakeLimits limits;

    public OlderTree(MavenLibraries libraries, IntakeLimits limits) {
        this.libraries = libraries;
        this.limits = limits;
    }

    /** Puts them into two folders. @throws RepositoryFault when they cannot be had, or are refused */
    public void unpack(RepositoryCoordinate version, Path sources, Path resources) throws RepositoryFault, IOException {
        try {
            if (version.isGit()) {
                copy(version, sources, resources);
            } else {
                new SourceArchive(libraries.sources(version)).unpack(sources, resources, limits);
            }
        } catch (RefusedSource e) {
            throw new RepositoryFault(e.reason(), e);
        }
    }

    private void copy(RepositoryCoordinate version, Path sources, Path resources)
            throws RepositoryFault, RefusedSource, IOException {
        try (ExportedRevision export = ExportedRevision.of(version, limits)) {
            MavenProject project = export.layout(libraries);
            new SourceFolder(project.mainSources()).copySources(sources, limits);
            for (Path folder : project.mainResources()) {
                new SourceFolder(folder).copyResources(resources, limits);
            }
        }
    }
}
