package org.elenchus.tools.mining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.tools.mining.PreparationListener.Stage;
import org.elenchus.tools.mining.inventory.InventoryFile;
import org.elenchus.tools.mining.inventory.StoredRepository;
import org.elenchus.tools.mining.inventory.UnmeasuredRepository;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.MavenProject;
import org.elenchus.tools.mining.snapshot.Folders;
import org.elenchus.tools.mining.snapshot.PreparedRecord;
import org.elenchus.tools.mining.snapshot.SnapshotContent;
import org.elenchus.tools.mining.snapshot.SnapshotExchange;
import org.elenchus.tools.mining.snapshot.SnapshotStore;
import org.jspecify.annotations.Nullable;

/**
 * Repositories from Maven, from source folders and from git revisions, of Java or of any declared language, prepared once and kept in a folder. A published version never changes, so its
 * coordinate is looked up; folders and revisions are read anew each time, and prepared anew only when their content has changed.
 */
public final class MinedRepositories implements Repositories, AutoCloseable {
    private final SnapshotStore store;
    private final MavenLibraries libraries;
    private final PreparationLimits limits;
    private final PreparationListener listener;
    private final SnapshotExchange exchange;
    private final ConcurrentHashMap<Digest, PreparedRepository> opened = new ConcurrentHashMap<>();

    public MinedRepositories(
            Path folder, MavenLibraries libraries, PreparationLimits limits, PreparationListener listener) {
        this(folder, libraries, limits, listener, SnapshotExchange.NONE);
    }

    /** @param exchange with the other nodes of a cluster */
    public MinedRepositories(
            Path folder,
            MavenLibraries libraries,
            PreparationLimits limits,
            PreparationListener listener,
            SnapshotExchange exchange) {
        this.exchange = exchange;
        this.store = new SnapshotStore(folder);
        this.libraries = libraries;
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public RepositorySummary prepare(RepositoryCoordinate coordinate, Sandbox sandbox)
            throws RepositoryFault, SandboxFault {
        RepositorySummary summary =
                held(coordinate, sandbox, true, (staging, fetched) -> staging.stage(coordinate, fetched));
        if (summary.tests() == 0) {
            throw Measurement.nonePasses(coordinate, summary.quarantined());
        }
        return summary;
    }

    /** The same of a source tree whose failing tests are to be repaired: there need not be one that passes. */
    public RepositorySummary prepareBroken(RepositoryCoordinate coordinate, Sandbox sandbox)
            throws RepositoryFault, SandboxFault {
        return held(coordinate, sandbox, false, (staging, fetched) -> staging.stage(coordinate, fetched));
    }

    /** The same of a tree in any layout. @param coordinate what to call it; its files are those of the project */
    public RepositorySummary prepareBroken(RepositoryCoordinate coordinate, MavenProject project, Sandbox sandbox)
            throws RepositoryFault, SandboxFault {
        return held(coordinate, sandbox, false, (staging, fetched) -> staging.stage(coordinate, project, fetched));
    }

    private interface Stager {
        SnapshotStaging.Staged with(SnapshotStaging staging, Runnable fetched) throws RepositoryFault, IOException;
    }

    private RepositorySummary held(RepositoryCoordinate coordinate, Sandbox sandbox, boolean mustPass, Stager stager)
            throws RepositoryFault, SandboxFault {
        try {
            Files.createDirectories(store.folder());
            try (SnapshotStore.Held held =
                    store.hold(Digest.of(coordinate.value()).hex())) {
                Optional<RepositorySummary> before = recalled(coordinate);
                RepositorySummary summary =
                        before.isPresent() ? before.get() : prepareAnew(coordinate, sandbox, mustPass, stager);
                listener.progress(coordinate, Stage.READY, 1, 1);
                return summary;
            }
        } catch (IOException e) {
            throw Folders.explain(e, store.folder());
        }
    }

    /** The summary of a published version that was prepared before. */
    private Optional<RepositorySummary> recalled(RepositoryCoordinate coordinate) {
        return coordinate.isMaven()
                ? store.indexed(coordinate).flatMap(snapshot -> recalled(coordinate, snapshot))
                : Optional.empty();
    }

    private Optional<RepositorySummary> recalled(RepositoryCoordinate coordinate, Digest snapshot) {
        return store.recall(snapshot)
                .filter(record -> record.measure().equals(limits.measure(SnapshotSources.isDeclared(record.content()))))
                .filter(this::sound)
                .map(record -> named(coordinate, record.summary()));
    }

    /** Whether all that a finished preparation left is still there and undamaged. */
    private boolean sound(PreparedRecord record) {
        try {
            opened.computeIfAbsent(record.summary().snapshot(), digest -> load(record));
            return true;
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    private RepositorySummary prepareAnew(
            RepositoryCoordinate coordinate, Sandbox sandbox, boolean mustPass, Stager stager)
            throws RepositoryFault, SandboxFault, IOException {
        listener.progress(coordinate, Stage.FETCH, 0, 1);
        SnapshotStaging.Staged staged =
                stager.with(new SnapshotStaging(libraries, store, limits.intake(), this::sound), () -> {
                    listener.progress(coordinate, Stage.FETCH, 1, 1);
                    listener.progress(coordinate, Stage.STAGE, 0, 1);
                });
        listener.progress(coordinate, Stage.STAGE, 1, 1);
        try (SnapshotStore.Held held = store.hold(staged.digest().hex())) {
            Digest measure = limits.measure(SnapshotSources.isDeclared(staged.content()));
            Optional<RepositorySummary> known = recalled(coordinate, staged.digest());
            if (known.isEmpty() && adopted(staged.digest(), measure)) {
                known = recalled(coordinate, staged.digest());
            }
            RepositorySummary summary =
                    known.isPresent() ? known.get() : measured(coordinate, staged, measure, sandbox, mustPass);
            if (coordinate.isMaven()) {
                store.index(coordinate, staged.digest());
            }
            return summary;
        }
    }

    private RepositorySummary measured(
            RepositoryCoordinate coordinate,
            SnapshotStaging.Staged staged,
            Digest measure,
            Sandbox sandbox,
            boolean mustPass)
            throws RepositoryFault, SandboxFault, IOException {
        opened.remove(staged.digest());
        RepositorySummary summary =
                new Measurement(store, limits, sandbox, listener).take(coordinate, staged, mustPass);
        if (exchange.offer(shared(staged.digest(), measure), () -> store.pack(staged.digest()))) {
            return summary;
        }
        // Another node was quicker; all must have the same.
        store.discard(staged.digest());
        adopted(staged.digest(), measure);
        return named(coordinate, open(staged.digest()).summary());
    }

    /** What nodes know a snapshot by that was measured in this way. */
    private static Digest shared(Digest snapshot, Digest measure) {
        return Digest.ofParts(List.of(snapshot.hex(), measure.hex()));
    }

    /** Takes over what another node has prepared. @return false when no node has */
    private boolean adopted(Digest snapshot, Digest measure) throws IOException {
        Optional<byte[]> packed = exchange.fetch(shared(snapshot, measure));
        if (packed.isPresent()) {
            store.adopt(snapshot, packed.get());
        }
        return packed.isPresent();
    }

    @Override
    public PreparedRepository open(Digest snapshot) {
        return opened.computeIfAbsent(
                snapshot,
                digest -> load(store.recall(digest)
                        .or(() -> fetched(digest))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "snapshot " + digest.brief() + " was never prepared in " + store.folder()))));
    }

    private Optional<PreparedRecord> fetched(Digest snapshot) {
        try {
            return adopted(snapshot, limits.measure(false)) || adopted(snapshot, limits.measure(true))
                    ? store.recall(snapshot)
                    : Optional.empty();
        } catch (IOException e) {
            throw damaged(snapshot, e);
        }
    }

    @Override
    public void close() {
        libraries.close();
    }

    /** Reads a prepared snapshot and checks it against its digests. @throws IllegalArgumentException when it is damaged */
    private PreparedRepository load(PreparedRecord record) {
        Digest snapshot = record.summary().snapshot();
        boolean declared = SnapshotSources.isDeclared(record.content());
        try {
            byte[] inventory = Files.readAllBytes(store.inventory(snapshot));
            boolean whole = Digest.of(inventory).equals(record.coverage())
                    && record.content().digest().equals(snapshot)
                    && (declared || Files.isDirectory(store.layout(snapshot).mainClasses()));
            if (!whole) {
                throw damaged(snapshot, null);
            }
            if (declared) {
                requireWhole(record);
            }
            Path root = store.layout(snapshot).root();
            SnapshotSources sources = SnapshotSources.of(root, record.content());
            return declared
                    ? new UnmeasuredRepository(
                            record.summary(), sources.rules(), texts(record, sources), InventoryFile.read(inventory))
                    : new StoredRepository(record.summary(), texts(record, sources), InventoryFile.read(inventory));
        } catch (IOException e) {
            throw damaged(snapshot, e);
        }
    }

    /** Of what a command reads every file counts, also those that are no main sources; and there are no others. */
    private void requireWhole(PreparedRecord record) throws IOException {
        Digest snapshot = record.summary().snapshot();
        if (!SnapshotContent.filesOf(store.layout(snapshot).root())
                .equals(record.content().files())) {
            throw damaged(snapshot, null);
        }
    }

    private SortedMap<String, String> texts(PreparedRecord record, SnapshotSources sources) throws IOException {
        Digest snapshot = record.summary().snapshot();
        Path root = store.layout(snapshot).root();
        SortedMap<String, String> texts = new TreeMap<>();
        for (var file : sources.files().entrySet()) {
            byte[] text = Files.readAllBytes(root.resolve(file.getValue()));
            if (!Digest.of(text).equals(record.content().files().get(file.getValue()))) {
                throw damaged(snapshot, null);
            }
            texts.put(file.getKey(), new String(text, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private IllegalArgumentException damaged(Digest snapshot, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "snapshot " + snapshot.brief() + " is damaged. Delete "
                        + store.layout(snapshot).root() + " and prepare it again",
                cause);
    }

    private static RepositorySummary named(RepositoryCoordinate coordinate, RepositorySummary summary) {
        return new RepositorySummary(
                coordinate,
                summary.snapshot(),
                summary.inventory(),
                summary.mainFiles(),
                summary.mainLines(),
                summary.tests(),
                summary.quarantined());
    }
}
