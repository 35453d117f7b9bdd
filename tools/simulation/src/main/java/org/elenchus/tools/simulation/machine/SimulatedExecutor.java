package org.elenchus.tools.simulation.machine;

import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/** Every dispatcher's executor: puts what is to run into the machine's queue. Named in {@code simulation.conf}. */
public final class SimulatedExecutor extends ExecutorServiceConfigurator {
    /** Dispatchers of the product's own: what runs there is work and takes time. */
    private static final String COMPUTING = "elenchus.";

    private final Machine machine;

    public SimulatedExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
        this.machine = Machine.of(prerequisites.settings().setup());
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String dispatcher, ThreadFactory threads) {
        return dispatcher.startsWith(COMPUTING)
                ? () -> new Service(task -> machine.eventually(Weather.LONGEST_DELAY, task))
                : () -> new Service(machine::ready);
    }

    private static final class Service extends AbstractExecutorService {
        private final Consumer<Runnable> accept;
        private volatile boolean stopped;

        Service(Consumer<Runnable> accept) {
            this.accept = accept;
        }

        @Override
        public void execute(Runnable task) {
            accept.accept(task);
        }

        @Override
        public void shutdown() {
            stopped = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            stopped = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return stopped;
        }

        @Override
        public boolean isTerminated() {
            return stopped;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return stopped;
        }
    }
}
