package org.elenchus.tools.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.elenchus.tools.worker.compile.SnapshotCompiler;
import org.elenchus.tools.worker.host.Folders;
import org.elenchus.tools.worker.host.HostState;
import org.elenchus.tools.worker.host.SystemLoader;
import org.elenchus.tools.worker.host.WorkFolder;
import org.elenchus.tools.worker.run.TestDiscovery;
import org.elenchus.tools.worker.snapshot.Edit;
import org.elenchus.tools.worker.snapshot.Frameworks;
import org.elenchus.tools.worker.snapshot.OpenSnapshot;
import org.elenchus.tools.worker.snapshot.OpenSnapshots;
import org.elenchus.tools.worker.snapshot.SnapshotFolder;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Order;

/** Carries out orders, on the thread of their request. */
final class Orders {
    private final OpenSnapshots snapshots = new OpenSnapshots();
    private final Executions executions;
    private final TestDiscovery discovery;
    private final WorkFolder workFolder;

    /** @param work the working directory @param temporary the folder of temporary files */
    Orders(HostState host, Path work, Path temporary) {
        this.executions = new Executions(host, List.of(work.toString(), temporary.toString()));
        this.discovery = new TestDiscovery(host);
        this.workFolder = new WorkFolder(work, temporary);
    }

    /** What the worker is told while an order is carried out. */
    record Hooks(Consumer<String> beforeEach, Runnable afterEach) {}

    Answer carryOut(Order order, Hooks hooks) throws IOException {
        return switch (order) {
            case Order.Build build -> build(new SnapshotFolder(Path.of(build.root())));
            case Order.Discover discover -> discover(use(discover.root()));
            case Order.Execute execute -> executions.execute(execute, use(execute.root()), hooks);
        };
    }

    private OpenSnapshot use(String root) throws IOException {
        OpenSnapshot snapshot = snapshots.open(Path.of(root));
        SystemLoader.serve(snapshot.resources());
        workFolder.show(snapshot.root());
        return snapshot;
    }

    private Answer build(SnapshotFolder folder) throws IOException {
        snapshots.evict(folder.root());
        executions.forget(folder.root());
        Folders.delete(folder.mainClasses());
        Folders.delete(folder.testClasses());
        List<Path> dependencies = folder.dependencies();
        SnapshotCompiler compiler = new SnapshotCompiler(folder.sourceLevel());
        SnapshotCompiler.Report main = compiler.compile(folder.mainSources(), folder.mainClasses(), dependencies);
        if (!main.errors().isEmpty()) {
            return new Answer.Built(main.errors(), List.of());
        }
        // What runs is the worker's frameworks, so that is what tests are compiled against.
        List<Path> classPath = new ArrayList<>(List.of(folder.mainClasses()));
        classPath.addAll(Frameworks.classPath());
        classPath.addAll(dependencies);
        SnapshotCompiler.Report tests =
                compiler.compileWhatCompiles(folder.testSources(), folder.testClasses(), classPath);
        return new Answer.Built(List.of(), tests.omitted());
    }

    private Answer discover(OpenSnapshot snapshot) throws IOException {
        ClassLoader loader = snapshot.candidate(Edit.Compiled.NOTHING);
        return new Answer.Discovered(discovery.discover(snapshot.testClassNames(), loader));
    }
}
