package org.elenchus.tools.sandbox.docker;

import java.io.IOException;
import java.util.Optional;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.jspecify.annotations.Nullable;

/** A slot's container. It stays while workers in it come and go; one that builds gets a container of its own. */
final class DockerSlot implements WorkerHost {
    private final Containers containers;
    private @Nullable String container;

    DockerSlot(Containers containers) {
        this.containers = containers;
    }

    @Override
    public RunningWorker start(Purpose purpose) throws IOException {
        return switch (purpose) {
            case Purpose.Executing executing -> startExecuting(executing);
            case Purpose.Building building -> startBuilding(building);
        };
    }

    private synchronized RunningWorker startExecuting(Purpose.Executing purpose) throws IOException {
        String present = container;
        if (present != null) {
            try {
                return ContainerWorker.start(containers.engine(), present);
            } catch (EngineFault e) {
                // Somebody removed it, or it is past starting: another takes its place.
                remove();
            }
        }
        String created = containers.create(purpose);
        container = created;
        try {
            return ContainerWorker.start(containers.engine(), created);
        } catch (IOException e) {
            remove();
            throw e;
        }
    }

    private RunningWorker startBuilding(Purpose.Building purpose) throws IOException {
        String created = containers.create(purpose);
        try {
            return new Passing(ContainerWorker.start(containers.engine(), created), () -> containers.remove(created));
        } catch (IOException e) {
            containers.remove(created);
            throw e;
        }
    }

    private synchronized void remove() {
        Optional.ofNullable(container).ifPresent(containers::remove);
        container = null;
    }

    @Override
    public void close() {
        remove();
    }
}
