package org.elenchus.tools.cli.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.persistence.ArtifactStore;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.DataFolderFault;
import org.elenchus.persistence.DataPaths;
import org.elenchus.persistence.OutcomeStore;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.node.LogFile;
import org.elenchus.tools.cli.node.StoredArtifacts;
import org.elenchus.tools.cli.node.StoredOutcomes;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.PreparationListener;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.sandbox.WorkerSandboxes;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.process.ProcessHosts;
import org.elenchus.tools.verifier.AnyLanguageSandboxes;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;

/** A claimed data folder with its stores, and a sandbox for repositories of any language. */
final class CheckPlace implements AutoCloseable {
    private final DataFolder folder;
    private final OutcomeStore outcomes;
    private final MinedRepositories repositories;
    private final ProcessHosts hosts;
    private final CommandHost commands;
    private final WorkerSandboxes java;
    private final Sandbox sandbox;

    private CheckPlace(DataFolder folder, List<Path> toolchains, PreparationListener listener) throws SandboxFault {
        DataPaths paths = folder.paths();
        this.folder = folder;
        this.outcomes = OutcomeStore.open(paths.outcomes());
        StoredOutcomes memo = new StoredOutcomes(outcomes);
        this.repositories = new MinedRepositories(
                paths.repositories(), MavenLibraries.ofThisMachine(false), PreparationLimits.DEFAULT, listener);
        SandboxSettings settings = SandboxSettings.inside(paths.repositories());
        this.hosts = ProcessHosts.strongest(settings);
        this.commands = hosts.commands(toolchains);
        this.java = new WorkerSandboxes(hosts, settings, memo);
        this.sandbox = new AnyLanguageSandboxes(java, paths.repositories(), commands, memo).open();
    }

    /** @param toolchains folders that the commands of repositories may read */
    static CheckPlace open(DataPaths paths, List<Path> toolchains, PreparationListener listener)
            throws DataFolderFault, Fault, IOException {
        DataFolder folder = DataFolder.claim(paths.root());
        LogFile.open(paths.logs());
        try {
            return new CheckPlace(folder, toolchains, listener);
        } catch (SandboxFault e) {
            folder.close();
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    /** @param summary by the name it was asked for; the repository may bear another that led to the same content before */
    record Prepared(RepositorySummary summary, PreparedRepository repository) {}

    /** Prepares a repository, or recalls it. @throws Fault when it cannot be had */
    Prepared prepared(RepositoryCoordinate coordinate) throws Fault {
        try {
            RepositorySummary summary = repositories.prepare(coordinate, sandbox);
            return new Prepared(summary, repositories.open(summary.snapshot()));
        } catch (RepositoryFault | SandboxFault e) {
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    StoredArtifacts artifacts() {
        return new StoredArtifacts(ArtifactStore.in(folder.paths().artifacts()));
    }

    /** What bounds the code of a repository: a command has other bounds than a worker. */
    Enforcement enforcement(Prepared prepared) {
        Path snapshot = folder.paths()
                .repositories()
                .resolve(prepared.summary().snapshot().hex());
        return SourceSnapshot.isAt(snapshot) ? commands.enforcement() : hosts.enforcement();
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        java.close();
        repositories.close();
        outcomes.close();
        folder.close();
    }
}
