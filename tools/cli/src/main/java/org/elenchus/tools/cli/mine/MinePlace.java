package org.elenchus.tools.cli.mine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.DataFolderFault;
import org.elenchus.persistence.DataPaths;
import org.elenchus.persistence.OutcomeStore;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.node.StoredArtifacts;
import org.elenchus.tools.cli.node.StoredOutcomes;
import org.elenchus.tools.cli.sandbox.SandboxChoice;
import org.elenchus.tools.cli.sandbox.SandboxOptions;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.PreparationListener;
import org.elenchus.tools.mining.history.OlderSources;
import org.elenchus.tools.mining.history.search.FoundStore;
import org.elenchus.tools.mining.history.search.WholeOlder;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.sandbox.WorkerSandboxes;
import org.elenchus.tools.sandbox.host.SandboxSettings;

/** A claimed data folder, libraries, sandboxes. */
public final class MinePlace implements AutoCloseable {
    private final DataFolder folder;
    private final OutcomeStore outcomes;
    private final MavenLibraries libraries;
    private final WorkerSandboxes sandboxes;
    private final PreparationListener listener;

    private MinePlace(
            DataFolder folder,
            MavenLibraries libraries,
            SandboxOptions options,
            PreparationListener listener,
            PrintWriter remarks)
            throws Fault {
        this.folder = folder;
        this.libraries = libraries;
        this.listener = listener;
        SandboxSettings settings = SandboxSettings.inside(folder.paths().repositories());
        this.outcomes = OutcomeStore.open(folder.paths().outcomes());
        try {
            this.sandboxes = new WorkerSandboxes(
                    SandboxChoice.open(options, settings, remarks), settings, new StoredOutcomes(outcomes));
        } catch (Fault e) {
            outcomes.close();
            throw e;
        }
    }

    /** @param libraries closed with this @param remarks where to say what the sandbox does not enforce */
    public static MinePlace open(
            DataPaths paths,
            MavenLibraries libraries,
            SandboxOptions options,
            PreparationListener listener,
            PrintWriter remarks)
            throws DataFolderFault, Fault, IOException {
        DataFolder folder = DataFolder.claim(paths.root());
        try {
            LogFile.open(paths.logs());
            return new MinePlace(folder, libraries, options, listener, remarks);
        } catch (Fault e) {
            folder.close();
            throw e;
        }
    }

    public MavenLibraries libraries() {
        return libraries;
    }

    public Sandboxes sandboxes() {
        return sandboxes;
    }

    public Artifacts artifacts() {
        return new StoredArtifacts(ArtifactStore.in(folder.paths().artifacts()));
    }

    /** Prepared repositories; what it opens it keeps in memory. */
    public MinedRepositories repositories() {
        return new MinedRepositories(prepared(), libraries, PreparationLimits.DEFAULT, listener);
    }

    public OlderSources olderSources() {
        return new OlderSources(libraries, PreparationLimits.DEFAULT.intake());
    }

    WholeOlder wholeOlder() {
        return new WholeOlder(prepared(), libraries, PreparationLimits.DEFAULT.intake());
    }

    FoundStore foundBefore() {
        return new FoundStore(folder.paths().root().resolve("mining").resolve("releases"));
    }

    /** The same of commits. */
    FoundStore foundInCommits() {
        return new FoundStore(folder.paths().root().resolve("mining").resolve("commits"));
    }

    /** Where prepared snapshots lie. */
    Path prepared() {
        return folder.paths().repositories();
    }

    @Override
    public void close() throws IOException {
        sandboxes.close();
        libraries.close();
        outcomes.close();
        folder.close();
    }
}
