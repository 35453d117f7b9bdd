package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/**
 * Starts a worker in namespaces of its own: no network but loopback, no processes but its own, a read-only view of what it needs, a
 * private folder in memory, no rights. Needs util-linux; as an ordinary user also a kernel that gives user namespaces to everybody.
 */
final class Confinement implements Launch {
    /** The worker's folder as it sees it. */
    private static final Path FOLDER = Path.of("/sandbox");

    private static final Path HOSTS = Path.of("/etc/hosts");

    private final SandboxSettings settings;
    private final boolean root = Identity.isRoot();
    private final String script = Scripts.text("confine.sh");

    Confinement(SandboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public ProcessBuilder prepare(Home home, Purpose purpose) throws IOException {
        WorkerJvm.Place place =
                new WorkerJvm.Place(settings.java().toString(), FOLDER, HOSTS, settings.workerClassPath());
        return prepare(home, purpose, WorkerJvm.command(place, settings));
    }

    @Override
    public Path folder(Home home) {
        return FOLDER;
    }

    @Override
    public ProcessBuilder prepare(Home home, Purpose purpose, List<String> payload) throws IOException {
        List<String> command = namespaces();
        String user = root ? Integer.toString(Identity.stranger()) : "-";
        command.addAll(List.of("sh", "-c", script, "confine", home.root().toString()));
        command.addAll(List.of(
                home.hosts().toString(),
                user,
                Long.toString(settings.quota().diskBytes()),
                Integer.toString(settings.quota().files())));
        readable().forEach(path -> command.add("ro:" + path));
        switch (purpose) {
            case Purpose.Executing e -> {}
            case Purpose.Building building -> command.add("rw:" + building.classes());
        }
        if (root) {
            Identity.publish(settings.repositories());
            if (purpose instanceof Purpose.Building building) {
                Identity.give(building.classes(), Integer.parseInt(user));
            }
        }
        command.add("--");
        command.addAll(Limits.prefix(settings, Limits.countsPerWorker(root)));
        command.addAll(payload);
        return Environment.emptied(new ProcessBuilder(command), FOLDER);
    }

    /** A session of its own, which dies with the thread that started it, and the namespaces. */
    private List<String> namespaces() {
        List<String> command = new ArrayList<>(List.of("setsid"));
        if (!root) {
            command.addAll(List.of("unshare", "--user", "--map-root-user"));
        }
        command.addAll(List.of("setpriv", "--pdeathsig=KILL"));
        command.addAll(List.of("unshare", "--net", "--pid", "--fork", "--kill-child", "--mount", "--ipc", "--uts"));
        return command;
    }

    private List<Path> readable() {
        List<Path> paths = new ArrayList<>(settings.workerClassPath());
        Path javaHome = settings.javaHome();
        if (!javaHome.startsWith("/usr")) {
            paths.add(javaHome);
        }
        paths.add(settings.repositories());
        return paths;
    }
}
