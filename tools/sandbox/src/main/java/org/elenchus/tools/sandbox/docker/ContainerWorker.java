package org.elenchus.tools.sandbox.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.elenchus.tools.sandbox.host.LogTail;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a container: a worker as its first process. */
final class ContainerWorker implements RunningWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerWorker.class);
    private static final int PIPE_BYTES = 1 << 18;
    private static final long ATTACH_SECONDS = 20;
    private static final long DYING_SECONDS = 20;
    private static final long POLL_MILLIS = 10;

    /** Kills wait for the engine; whoever orders one does not. */
    private static final ExecutorService KILLERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "container-killer");
        thread.setDaemon(true);
        return thread;
    });

    private final Engine engine;
    private final String container;
    private final BoundedPipe orders = new BoundedPipe(PIPE_BYTES);
    private final BoundedPipe answers = new BoundedPipe(PIPE_BYTES);
    private final OutputStream sink = answers.in();
    private final LogTail log = new LogTail();
    private final Streams streams = new Streams();
    private volatile boolean ended;

    private ContainerWorker(Engine engine, String container) {
        this.engine = engine;
        this.container = container;
    }

    /** Starts a container that is not running. */
    static ContainerWorker start(Engine engine, String container) throws IOException {
        ContainerWorker worker = new ContainerWorker(engine, container);
        try {
            engine.streams()
                    .attachContainerCmd(container)
                    .withStdIn(worker.orders.out())
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(worker.streams);
            if (!worker.streams.awaitStarted(ATTACH_SECONDS, TimeUnit.SECONDS)) {
                throw new EngineFault("the Docker engine does not connect to a container");
            }
            engine.control().startContainerCmd(container).exec();
            return worker;
        } catch (RuntimeException e) {
            worker.release();
            throw new EngineFault("the Docker engine does not start a worker: " + Engine.reason(e), e);
        } catch (InterruptedException e) {
            worker.release();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a worker", e);
        }
    }

    /** What the container writes, taken apart. */
    private final class Streams extends ResultCallback.Adapter<Frame> {
        @Override
        public void onNext(Frame frame) {
            byte[] bytes = frame.getPayload();
            if (frame.getStreamType() == StreamType.STDERR) {
                log.keep(bytes, bytes.length);
                return;
            }
            try {
                sink.write(bytes);
            } catch (IOException e) {
                // Nobody reads any more.
                LOG.trace("output of {} dropped", container);
            }
        }

        @Override
        public void onComplete() {
            end();
            super.onComplete();
        }

        @Override
        public void onError(Throwable throwable) {
            end();
            super.onError(throwable);
        }
    }

    private void end() {
        ended = true;
        answers.end();
        orders.abandon();
    }

    @Override
    public InputStream answers() {
        return answers.out();
    }

    @Override
    public OutputStream orders() {
        return orders.in();
    }

    @Override
    public boolean isAlive() {
        return !ended;
    }

    @Override
    public void kill() {
        KILLERS.execute(this::killNow);
    }

    private void killNow() {
        try {
            engine.control().killContainerCmd(container).exec();
        } catch (NotFoundException | ConflictException e) {
            // It was not running.
        } catch (RuntimeException e) {
            LOG.warn("{} could not be killed: {}", container, Engine.reason(e));
        }
    }

    @Override
    public Optional<Ending> awaitEnd(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            Optional<Ending> ending = ending();
            if (ending.isPresent()) {
                return ending;
            }
            Thread.sleep(POLL_MILLIS);
        } while (System.nanoTime() < end);
        return ending();
    }

    private Optional<Ending> ending() {
        try {
            ContainerState state =
                    engine.control().inspectContainerCmd(container).exec().getState();
            if (Boolean.TRUE.equals(state.getRunning())) {
                return Optional.empty();
            }
            Long status = state.getExitCodeLong();
            return Optional.of(
                    new Ending(status == null ? -1 : status.intValue(), Boolean.TRUE.equals(state.getOOMKilled())));
        } catch (NotFoundException e) {
            return Optional.of(new Ending(-1, false));
        } catch (RuntimeException e) {
            LOG.warn("the Docker engine says nothing of {}: {}", container, Engine.reason(e));
            return Optional.empty();
        }
    }

    @Override
    public String lastWords() {
        return log.text();
    }

    @Override
    public String name() {
        return container.substring(0, Math.min(12, container.length())) + "@" + Integer.toHexString(hashCode());
    }

    @Override
    public void close() {
        killNow();
        try {
            awaitEnd(Duration.ofSeconds(DYING_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release();
    }

    private void release() {
        end();
        orders.end();
        answers.abandon();
        try {
            streams.close();
        } catch (IOException e) {
            // The connection is gone either way.
        }
    }
}
