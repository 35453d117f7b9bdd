package org.elenchus.tools.cli.bench;

import java.io.IOException;
import java.util.Locale;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.DataFolderFault;
import org.elenchus.persistence.DataPaths;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.measure.SlotSet;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.sandbox.SandboxSettings;

/** A claimed data folder, its prepared repositories and the sandboxes that read them. */
final class Workplace implements AutoCloseable {
    private final DataFolder folder;
    private final MavenLibraries libraries;
    private final MinedRepositories repositories;
    private final SandboxSettings settings;

    private Workplace(DataFolder folder, Ticker ticker) {
        this.folder = folder;
        this.libraries = MavenLibraries.ofThisMachine(false);
        this.settings = SandboxSettings.inside(folder.paths().repositories());
        this.repositories = new MinedRepositories(
                folder.paths().repositories(),
                libraries,
                PreparationLimits.DEFAULT,
                (repository, stage, done, total) -> ticker.tick("preparing " + repository.shortName() + ": "
                        + stage.name().toLowerCase(Locale.ROOT) + (total > 1 ? " " + done + "/" + total : "")));
    }

    static Workplace open(DataPaths paths, Ticker ticker) throws DataFolderFault {
        DataFolder.check(paths.root());
        DataFolder folder = DataFolder.claim(paths.root());
        LogFile.open(paths.logs());
        return new Workplace(folder, ticker);
    }

    /** Prepares a repository, or recalls it. @throws Fault when it cannot be had */
    PreparedRepository prepared(RepositoryCoordinate coordinate) throws Fault {
        try (SlotSet slots = SlotSet.open(settings, 1)) {
            return repositories.open(repositories
                    .prepare(coordinate, slots.sandboxes().getFirst())
                    .snapshot());
        } catch (RepositoryFault | SandboxFault e) {
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    SandboxSettings settings() {
        return settings;
    }

    MavenLibraries libraries() {
        return libraries;
    }

    @Override
    public void close() throws IOException {
        repositories.close();
        folder.close();
    }
}
