package org.elenchus.tools.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.snapshot.OpenSnapshot;
import org.elenchus.tools.worker.snapshot.OpenSnapshots;
import org.elenchus.tools.worker.snapshot.SnapshotFolder;
import org.elenchus.tools.worker.wire.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionsTest {
    private static final int COLLECTIONS = 50;

    @TempDir
    Path root;

    @Test
    void what_was_learnt_about_a_snapshot_does_not_keep_it_in_memory() throws Exception {
        Files.createDirectories(new SnapshotFolder(root).mainClasses());
        OpenSnapshots snapshots = new OpenSnapshots();
        Executions executions = new Executions(HostState.capture(), List.of());
        WeakReference<OpenSnapshot> snapshot = new WeakReference<>(snapshots.open(root));
        Order.Execute nothing = new Order.Execute(root.toString(), new TreeMap<>(), List.of(), false);

        executions.execute(nothing, Objects.requireNonNull(snapshot.get()), new Orders.Hooks(test -> {}, () -> {}));
        snapshots.evict(root);

        for (int i = 0; i < COLLECTIONS && snapshot.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(snapshot.get()).isNull();
        Reference.reachabilityFence(executions);
    }
}
