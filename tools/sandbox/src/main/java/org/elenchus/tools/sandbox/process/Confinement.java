package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/**
 * Starts a process in namespaces of its own: no network but loopback, no processes but its own, a read-only view of what it needs, a
 * private folder in memory, no rights. Needs util-linux; as an ordinary user also a kernel that gives user namespaces to everybody.
 */
final class Confinement implements Launch {
    /** The worker's folder as it sees it. */
    private static final Path FOLDER = Path.of("/sandbox");

    private static final Path HOSTS = Path.of("/etc/hosts");

    /** What {@code confine.sh} shows to everybody. */
    private static final List<Path> SYSTEM = Stream.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
            .map(Path::of)
            .toList();

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
        List<Path> writable = switch (purpose) {
            case Purpose.Executing e -> List.of();
            case Purpose.Building building -> List.of(building.classes());
        };
        int user = Identity.stranger();
        if (root) {
            Identity.publish(settings.repositories());
            for (Path folder : writable) {
                Identity.give(folder, user);
            }
        }
        List<String> command = new ArrayList<>(Limits.prefix(settings, Limits.countsPerWorker(root)));
        command.addAll(payload);
        return confined(home, user, views(readable(), writable), command);
    }

    @Override
    public ProcessBuilder prepare(Home home, Errand errand) throws IOException {
        int user = Identity.stranger();
        if (root) {
            Identity.giveAll(errand.command().place(), user);
        }
        List<String> command = new ArrayList<>(Limits.prefix(errand.command().bounds(), Limits.countsPerWorker(root)));
        command.addAll(errand.payload());
        List<String> views = new ArrayList<>(List.of("own:/tmp", "own:/dev/shm"));
        views.addAll(views(errand.toolchains(), List.of(errand.command().place())));
        return confined(home, user, views, command);
    }

    @Override
    public boolean shows(Errand errand, Path program) {
        return program.startsWith(errand.command().place())
                || errand.toolchains().stream().anyMatch(program::startsWith)
                || SYSTEM.stream().anyMatch(program::startsWith);
    }

    private static List<String> views(List<Path> readable, List<Path> writable) {
        return Stream.concat(
                        readable.stream().map(path -> "ro:" + path),
                        writable.stream().map(path -> "rw:" + path))
                .toList();
    }

    /** @param views what it sees beside the system, as {@code confine.sh} wants it said */
    private ProcessBuilder confined(Home home, int user, List<String> views, List<String> payload) {
        List<String> command = namespaces();
        command.addAll(List.of("sh", "-c", script, "confine", home.root().toString()));
        command.addAll(List.of(
                home.hosts().toString(),
                root ? Integer.toString(user) : "-",
                Long.toString(settings.quota().diskBytes()),
                Integer.toString(settings.quota().files())));
        command.addAll(views);
        command.add("--");
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
