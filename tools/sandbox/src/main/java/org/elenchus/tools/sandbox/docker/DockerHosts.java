package org.elenchus.tools.sandbox.docker;

import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.Function;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.Folders;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.Quota;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/** Workers in containers. */
public final class DockerHosts implements WorkerHosts {
    private final Engine engine;
    private final SandboxSettings settings;
    private final DockerSettings docker;
    private final Path shared;
    private final Containers containers;
    private final Thread removal;

    private DockerHosts(Engine engine, SandboxSettings settings, DockerSettings docker, Path shared) {
        this.engine = engine;
        this.settings = settings;
        this.docker = docker;
        this.shared = shared;
        this.containers = new Containers(engine, settings, docker, shared.resolve("hosts"));
        this.removal = new Thread(this::removeAll, "remove-containers");
    }

    /**
     * Connects to the engine, checks the image and removes what an earlier program of ours left behind.
     *
     * @throws EngineFault when there is no engine, no image, or the engine refuses a worker's container
     */
    public static DockerHosts connect(SandboxSettings settings, DockerSettings docker) throws EngineFault {
        Engine engine = Engine.connect();
        try {
            if (engine.image(docker.image()).isEmpty()) {
                throw new EngineFault("the Docker engine holds no image " + docker.image()
                        + "; make it with 'elenchus sandbox image', pull it, or name another with --sandbox-image");
            }
            DockerHosts hosts = new DockerHosts(engine, settings, docker, shared());
            hosts.containers.reap();
            hosts.tryOut();
            Runtime.getRuntime().addShutdownHook(hosts.removal);
            return hosts;
        } catch (EngineFault e) {
            engine.close();
            throw e;
        }
    }

    private static Path shared() throws EngineFault {
        try {
            Path folder = Files.createTempDirectory("elenchus-docker-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Path hosts = Files.writeString(folder.resolve("hosts"), WorkerJvm.HOSTS);
            Files.setPosixFilePermissions(hosts, PosixFilePermissions.fromString("rw-r--r--"));
            return folder;
        } catch (IOException e) {
            throw new EngineFault("cannot write to the folder of temporary files: " + e.getMessage(), e);
        }
    }

    /** A container that is created and removed finds most of what an engine may refuse. */
    private void tryOut() throws EngineFault {
        try {
            containers.remove(containers.create(new Purpose.Executing()));
        } catch (EngineFault e) {
            Folders.delete(shared);
            throw new EngineFault(
                    e.getMessage() + "; the engine must run on this machine and allow what it refused,"
                            + " or use --sandbox process",
                    e);
        } catch (IOException e) {
            Folders.delete(shared);
            throw new EngineFault("a worker's container cannot be prepared: " + e.getMessage(), e);
        }
    }

    @Override
    public WorkerHost open() {
        return new DockerSlot(containers);
    }

    @Override
    public Enforcement enforcement() {
        Quota quota = settings.quota();
        String disk = quota.diskMegabytes() + " MB";
        boolean ownKernel = docker.runtime().filter("runsc"::equals).isPresent();
        return new Enforcement.Builder()
                .enforced(Bound.NETWORK, "none but loopback")
                .enforced(Bound.HOST_FILES, "it sees its image, the worker and prepared repositories, all read-only")
                .enforced(Bound.WRITES, "its private folders alone")
                .enforced(Bound.DISK, disk + " to work in and as much for temporary files, in memory")
                .enforced(Bound.OTHER_PROCESSES, "it sees its own alone")
                .enforced(Bound.SURVIVORS, "all of its processes die with its first")
                .missing(
                        Bound.ORPHANS,
                        "it ends when this program's connection does, unless what it runs keeps it from"
                                + " that; the next program removes it")
                .seen(
                        !warned("pids"),
                        Bound.PROCESSES,
                        quota.processes() + " processes and threads",
                        "the engine cannot count processes here")
                .seen(
                        flag(Info::getMemoryLimit),
                        Bound.MEMORY,
                        (ContainerPlan.memoryBytes(settings) >> 20) + " MB in all"
                                + (flag(Info::getSwapLimit) ? ", swap included" : "; swap is not counted"),
                        "the engine cannot limit memory here")
                .seen(
                        flag(Info::getCpuCfsQuota),
                        Bound.PROCESSOR,
                        quota.processors() + " processors' worth",
                        "the engine cannot limit processor time here")
                .enforced(Bound.FILE_SIZE, disk)
                .enforced(Bound.OPEN_FILES, Integer.toString(quota.openFiles()))
                .enforced(Bound.CORE_DUMPS, "none are written")
                .enforced(Bound.ENVIRONMENT, "the image's alone")
                .enforced(Bound.PRIVILEGES, "none, and none to be had")
                .seen(
                        ownKernel,
                        Bound.KERNEL,
                        "runsc stands between it and this machine's kernel",
                        "it talks to this machine's kernel" + (engine.filtersSystemCalls() ? ", through a filter" : "")
                                + "; a runtime such as runsc stands between")
                .build("docker");
    }

    /** Whether the engine said, when the first container was made, that it leaves out a limit. */
    private boolean warned(String of) {
        return containers.warnings().stream()
                .anyMatch(warning -> warning.toLowerCase(Locale.ROOT).contains(of));
    }

    private boolean flag(Function<Info, Boolean> flag) {
        return engine.has(flag);
    }

    private void removeAll() {
        containers.removeAll();
        Folders.delete(shared);
    }

    @Override
    public void close() {
        removeAll();
        engine.close();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException e) {
            // This program is ending already.
        }
    }
}
