package org.elenchus.tools.verifier.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands as processes of this machine: no network and no processes but their own where the kernel offers namespaces, resource
 * limits, an environment of their own. They see this machine's files with this user's rights.
 */
public final class ProcessHost implements CommandHost {
    private static final int SIGXCPU = 128 + 24;
    private static final Map<Process, String> LIVE = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(ProcessHost::kill), "kill-commands"));
    }

    private final Confinement confinement;

    private ProcessHost(Confinement confinement) {
        this.confinement = confinement;
    }

    /** With the strongest means seen to work here; trying them out takes some hundredths of a second. */
    public static ProcessHost ofThisMachine() {
        return new ProcessHost(Confinement.ofThisMachine());
    }

    /** Without namespaces, as on a machine that offers none. */
    static ProcessHost plain() {
        return new ProcessHost(
                new Confinement(List.of(), Confinement.ofThisMachine().limits()));
    }

    @Override
    public CommandEnd run(Command command) throws IOException, InterruptedException {
        requireProgram(command);
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(confinement.around(command))
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.environment().put(Survivors.MARK, mark);
        Process process = builder.start();
        LIVE.put(process, mark);
        try {
            return end(process, mark, command.bounds());
        } finally {
            kill(process, mark);
            process.destroyForcibly();
            LIVE.remove(process);
        }
    }

    private static CommandEnd end(Process process, String mark, Bounds bounds) throws InterruptedException {
        Output.Reading output = Output.read(process.getInputStream(), bounds.outputBytes(), () -> kill(process, mark));
        boolean ended = process.waitFor(bounds.wall().toMillis(), TimeUnit.MILLISECONDS);
        // A survivor would hold the other end of its output.
        kill(process, mark);
        String lastWords = output.lastWords();
        if (output.output().isExceeded()) {
            return new CommandEnd.TooLoud();
        }
        return !ended || process.exitValue() == SIGXCPU
                ? new CommandEnd.OutOfTime()
                : new CommandEnd.Exited(process.exitValue(), lastWords);
    }

    private static void kill(Process process, String mark) {
        // Descendants first: they are no longer known once their parent is gone.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // Not by the process itself, which would close its streams, read to the end or not.
        process.toHandle().destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Survivors.kill(mark);
    }

    /** Tells a missing program, which is the machine's fault, from a status that a candidate chose. */
    private static void requireProgram(Command command) throws IOException {
        String program = command.words().get(0);
        boolean found = program.contains("/")
                ? Files.isExecutable(command.directory().resolve(program))
                : List.of(command.environment().getOrDefault("PATH", "").split(":")).stream()
                        .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
        if (!found) {
            throw new IOException("there is no program '" + program + "' in "
                    + (program.contains("/")
                            ? "the checkout"
                            : command.environment().getOrDefault("PATH", ""))
                    + "; install it, or name it by its path in the command");
        }
    }

    @Override
    public List<String> enforced() {
        List<String> holds = new ArrayList<>(List.of("environment: emptied", "time and output: killed at the limit"));
        if (confinement.isApart()) {
            holds.add("network: a namespace with nothing in it");
            holds.add("other processes: it sees its own alone; all of them die with the first");
        }
        if (confinement.limits()) {
            holds.add("processor time, data and file size of each process: limited");
        }
        return holds;
    }

    @Override
    public List<String> notEnforced() {
        List<String> open = new ArrayList<>(List.of(
                "files of this machine: it has this user's rights",
                "number of processes, sum of their memory, disk space: no limit"));
        if (!confinement.isApart()) {
            open.add("network and other processes: this kernel offers no namespaces to this user");
        }
        if (!confinement.limits()) {
            open.add("processor time, data and file size: prlimit is missing");
        }
        return open;
    }
}
