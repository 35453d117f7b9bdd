package org.elenchus.tools.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
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
import org.elenchus.tools.cli.node.Node;
import org.elenchus.tools.cli.sandbox.SandboxChoice;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;

/** A claimed data folder, its prepared repositories and the sandboxes that read them. */
final class Workplace implements AutoCloseable {
    private final DataFolder folder;
    private final MavenLibraries libraries;
    private final MinedRepositories repositories;
    private final SandboxSettings settings;
    private final WorkerHosts hosts;

    private Workplace(DataFolder folder, SandboxOptions sandbox, PrintWriter remarks, Ticker ticker) throws Fault {
        this.folder = folder;
        this.libraries = MavenLibraries.ofThisMachine(false);
        this.settings = Node.settingsFor(folder);
        this.hosts = SandboxChoice.open(sandbox, settings, remarks);
        this.repositories = new MinedRepositories(
                folder.paths().repositories(),
                libraries,
                PreparationLimits.DEFAULT,
                (repository, stage, done, total) -> ticker.tick("preparing " + repository.shortName() + ": "
                        + stage.name().toLowerCase(Locale.ROOT) + (total > 1 ? " " + done + "/" + total : "")));
    }

    /** @param remarks where to say what the sandbox does not enforce */
    static Workplace open(DataPaths paths, SandboxOptions sandbox, PrintWriter remarks, Ticker ticker)
            throws DataFolderFault, Fault, IOException {
        DataFolder folder = DataFolder.claim(paths.root());
        try {
            LogFile.open(paths.logs());
            return new Workplace(folder, sandbox, remarks, ticker);
        } catch (Fault e) {
            folder.close();
            throw e;
        }
    }

    /** Prepares a repository, or recalls it. @throws Fault when it cannot be had */
    PreparedRepository prepared(RepositoryCoordinate coordinate) throws Fault {
        try (SlotSet slots = slots(1)) {
            return repositories.open(repositories
                    .prepare(coordinate, slots.sandboxes().getFirst())
                    .snapshot());
        } catch (RepositoryFault | SandboxFault e) {
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    /** Fresh sandboxes. */
    SlotSet slots(int slots) {
        return SlotSet.open(hosts, settings, slots);
    }

    SandboxSettings settings() {
        return settings;
    }

    MavenLibraries libraries() {
        return libraries;
    }

    @Override
    public void close() throws IOException {
        hosts.close();
        repositories.close();
        folder.close();
    }
}
