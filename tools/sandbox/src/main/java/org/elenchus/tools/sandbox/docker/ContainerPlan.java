package org.elenchus.tools.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ulimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.Quota;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/** What a worker's container is like. */
final class ContainerPlan {
    private static final Path FOLDER = Path.of("/sandbox");
    private static final Path HOSTS = Path.of("/etc/hosts");

    private final SandboxSettings settings;
    private final DockerSettings docker;
    private final Path hosts;

    /** @param hosts a file of this machine with {@link WorkerJvm#HOSTS} */
    ContainerPlan(SandboxSettings settings, DockerSettings docker, Path hosts) {
        this.settings = settings;
        this.docker = docker;
        this.hosts = hosts;
    }

    /** @param user who the worker is, as {@code uid:gid} */
    CreateContainerCmd fill(CreateContainerCmd command, Purpose purpose, String user, Map<String, String> labels) {
        WorkerJvm.Place place = new WorkerJvm.Place("java", FOLDER, HOSTS, settings.workerClassPath());
        return command.withEntrypoint(WorkerJvm.command(place, settings))
                .withCmd(List.of())
                .withEnv("LANG=C.UTF-8", "HOME=" + FOLDER)
                .withWorkingDir(place.work().toString())
                .withUser(user)
                .withHostName("sandbox")
                .withLabels(labels)
                .withStdinOpen(true)
                // The worker's input ends when its owner's connection does, however that came about.
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(false)
                .withHostConfig(limits(place, user).withMounts(mounts(purpose)));
    }

    private HostConfig limits(WorkerJvm.Place place, String user) {
        Quota quota = settings.quota();
        HostConfig limits = HostConfig.newHostConfig()
                .withNetworkMode("none")
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withPrivileged(false)
                .withReadonlyRootfs(true)
                .withTmpFs(folders(place, user))
                .withIpcMode("none")
                .withPidsLimit((long) quota.processes())
                .withMemory(memoryBytes(settings))
                .withMemorySwap(memoryBytes(settings))
                .withCpuPeriod(100_000L)
                .withCpuQuota(100_000L * quota.processors())
                .withUlimits(List.of(
                        new Ulimit("nofile", (long) quota.openFiles(), (long) quota.openFiles()),
                        new Ulimit("fsize", quota.diskBytes(), quota.diskBytes()),
                        // As processes have it, so that a candidate comes to the same end; the container's limit is for
                        // their sum.
                        new Ulimit("data", settings.dataBytes(), settings.dataBytes()),
                        new Ulimit("core", 0L, 0L)))
                .withInit(true)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE));
        docker.runtime().ifPresent(limits::withRuntime);
        return limits;
    }

    private Map<String, String> folders(WorkerJvm.Place place, String user) {
        String[] ids = user.split(":", 2);
        String options = "rw,exec,nosuid,nodev,size=" + settings.quota().diskBytes() + ",nr_inodes="
                + settings.quota().files() + ",mode=0700,uid=" + ids[0] + ",gid=" + ids[1];
        Map<String, String> folders = new LinkedHashMap<>();
        folders.put(place.work().toString(), options);
        folders.put(place.temporary().toString(), options);
        return folders;
    }

    private List<Mount> mounts(Purpose purpose) {
        List<Mount> mounts = new ArrayList<>();
        settings.workerClassPath().forEach(path -> mounts.add(readable(path, path)));
        mounts.add(readable(settings.repositories(), settings.repositories()));
        mounts.add(readable(hosts, HOSTS));
        switch (purpose) {
            case Purpose.Executing e -> {}
            case Purpose.Building building ->
                mounts.add(readable(building.classes(), building.classes()).withReadOnly(false));
        }
        return mounts;
    }

    private static Mount readable(Path source, Path target) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(source.toString())
                .withTarget(target.toString())
                .withReadOnly(true);
    }

    /** Everything a worker's container may hold in memory, its folders included. */
    static long memoryBytes(SandboxSettings settings) {
        return ((long) (settings.heapMegabytes() + settings.quota().nativeMegabytes()) << 20)
                + 2 * settings.quota().diskBytes();
    }
}
