package org.elenchus.tools.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and removes workers' containers, at the latest when this JVM ends. */
final class Containers {
    private static final Logger LOG = LoggerFactory.getLogger(Containers.class);

    /** Nobody, where users inside are mapped to others outside and only the usual ones are. */
    private static final int NOBODY = 65534;

    private final Engine engine;
    private final SandboxSettings settings;
    private final DockerSettings docker;
    private final ContainerPlan plan;
    private final Owner owner;
    private volatile List<String> warnings = List.of();
    private final Set<String> live = ConcurrentHashMap.newKeySet();

    Containers(Engine engine, SandboxSettings settings, DockerSettings docker, Path hosts) {
        this.engine = engine;
        this.settings = settings;
        this.docker = docker;
        this.plan = new ContainerPlan(settings, docker, hosts);
        this.owner = Owner.thisProgram(settings.repositories());
    }

    /** What the engine said it leaves out of the last container it made. */
    List<String> warnings() {
        return warnings;
    }

    Engine engine() {
        return engine;
    }

    /** Creates a container; it names its owner from its first moment. */
    String create(Purpose purpose) throws IOException {
        int user = user();
        try {
            Files.createDirectories(settings.repositories());
            if (Identity.isRoot()) {
                Identity.publish(settings.repositories());
            }
            if (purpose instanceof Purpose.Building building) {
                admit(building.classes(), user);
            }
            CreateContainerResponse created = plan.fill(
                            engine.control().createContainerCmd(docker.image()),
                            purpose,
                            user + ":" + user,
                            owner.labels())
                    .exec();
            live.add(created.getId());
            warnings = created.getWarnings() == null ? List.of() : List.of(created.getWarnings());
            return created.getId();
        } catch (RuntimeException e) {
            throw new EngineFault("the Docker engine refuses a worker's container: " + Engine.reason(e), e);
        }
    }

    private int user() {
        if (engine.remapsUsers()) {
            return NOBODY;
        }
        return Identity.isRoot() ? Identity.stranger() : Identity.own();
    }

    private void admit(Path classes, int user) throws IOException {
        if (engine.remapsUsers()) {
            Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxrwxrwx"));
        } else if (Identity.isRoot()) {
            Identity.give(classes, user);
        }
    }

    void remove(String container) {
        try {
            engine.control()
                    .removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException e) {
            // Gone already.
        } catch (RuntimeException e) {
            LOG.warn("{} could not be removed: {}", container, Engine.reason(e));
        }
        live.remove(container);
    }

    /** Removes containers whose owners were killed before they could. */
    int reap() {
        int reaped = 0;
        for (Container container : marked()) {
            if (Owner.of(container).filter(Owner::isGone).isPresent()) {
                LOG.info("removing {}, whose owner is gone", container.getId());
                remove(container.getId());
                reaped++;
            }
        }
        return reaped;
    }

    private List<Container> marked() {
        try {
            return engine.control()
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(Owner.MARK))
                    .exec();
        } catch (RuntimeException e) {
            LOG.warn("the Docker engine does not list containers: {}", Engine.reason(e));
            return List.of();
        }
    }

    void removeAll() {
        live.forEach(this::remove);
    }
}
