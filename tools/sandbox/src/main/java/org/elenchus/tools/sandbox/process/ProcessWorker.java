package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.elenchus.tools.sandbox.host.LogTail;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.RunningWorker;

/** A worker as a process; killed, with its folder, at the latest when this JVM ends. */
final class ProcessWorker implements RunningWorker {
    private static final Set<ProcessWorker> LIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(ProcessWorker::close), "kill-workers"));
    }

    private final Home home;
    private final Process process;
    private final LogTail log;

    private ProcessWorker(Home home, Process process) {
        this.home = home;
        this.process = process;
        this.log = LogTail.drain(process.getErrorStream());
    }

    static ProcessWorker start(Launch launch, Purpose purpose) throws IOException {
        Home home = Home.create();
        try {
            ProcessWorker worker = new ProcessWorker(home, Starter.start(launch.prepare(home, purpose)));
            LIVE.add(worker);
            return worker;
        } catch (IOException e) {
            home.delete();
            throw e;
        }
    }

    @Override
    public InputStream answers() {
        return process.getInputStream();
    }

    @Override
    public OutputStream orders() {
        return process.getOutputStream();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        // Descendants first: they are no longer known once their parent is gone.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public Optional<Ending> awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(new Ending(process.exitValue(), false))
                : Optional.empty();
    }

    @Override
    public String lastWords() {
        return log.text();
    }

    @Override
    public String name() {
        return Long.toString(process.pid());
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        home.delete();
        LIVE.remove(this);
    }
}
