package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.elenchus.tools.sandbox.command.Bounds;
import org.elenchus.tools.sandbox.command.Command;
import org.elenchus.tools.sandbox.command.CommandEnd;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.Enforcement;

/** Runs commands as processes of this machine, each in its own place and an environment of its own. */
final class ProcessCommands implements CommandHost {
    private static final int SIGXCPU = 128 + 24;
    private static final Set<Running> LIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(Running::kill), "kill-commands"));
    }

    private final Launch launch;
    private final Enforcement enforcement;
    private final List<Path> toolchains;

    /** @param workers what is enforced on workers that are started the same way */
    ProcessCommands(Launch launch, Enforcement workers, List<Path> toolchains) {
        this.launch = launch;
        this.enforcement = ofCommands(workers);
        this.toolchains = List.copyOf(toolchains);
    }

    private static Enforcement ofCommands(Enforcement workers) {
        Map<Bound, Enforcement.Measure> measures = new EnumMap<>(workers.measures());
        Map<Bound, String> otherwise = Map.of(
                Bound.HOST_FILES,
                        "it sees the system's programs and libraries, and toolchains named for it, all read-only",
                Bound.WRITES, "its checkout and a private folder",
                Bound.MEMORY, "as declared for each process; their sum has no limit",
                Bound.FILE_SIZE, "as declared");
        otherwise.forEach((bound, how) -> {
            if (workers.holds(bound)) {
                measures.put(bound, new Enforcement.Enforced(how));
            }
        });
        measures.put(
                Bound.DISK,
                new Enforcement.NotEnforced(
                        "a checkout lies on this machine's disk; each file has a limit, not their sum"));
        return new Enforcement(workers.kind(), measures);
    }

    @Override
    public Enforcement enforcement() {
        return enforcement;
    }

    @Override
    public CommandEnd run(Command asked) throws IOException, InterruptedException {
        String mark = UUID.randomUUID().toString();
        Command command = asked.with(Survivors.MARK, mark);
        Errand errand = new Errand(command, toolchains);
        requireProgram(errand);
        Home home = Home.create();
        try {
            ProcessBuilder builder = launch.prepare(home, errand)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            Running running = new Running(Starter.start(builder), mark);
            LIVE.add(running);
            try {
                return end(running, command.bounds());
            } finally {
                running.kill();
                running.process().destroyForcibly();
                LIVE.remove(running);
            }
        } finally {
            home.delete();
        }
    }

    private static CommandEnd end(Running running, Bounds bounds) throws InterruptedException {
        Process process = running.process();
        CommandOutput.Reading output =
                CommandOutput.read(process.getInputStream(), bounds.outputBytes(), running::kill);
        boolean ended = process.waitFor(bounds.wall().toMillis(), TimeUnit.MILLISECONDS);
        // A survivor would hold the other end of its output.
        running.kill();
        String lastWords = output.lastWords();
        if (output.output().isExceeded()) {
            return new CommandEnd.TooLoud();
        }
        return !ended || process.exitValue() == SIGXCPU
                ? new CommandEnd.OutOfTime()
                : new CommandEnd.Exited(process.exitValue(), lastWords);
    }

    private record Running(Process process, String mark) {
        void kill() {
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
    }

    /** Tells a missing program, which is the machine's fault, from a status that a candidate chose. */
    private void requireProgram(Errand errand) throws IOException {
        Command command = errand.command();
        String name = command.words().get(0);
        boolean inCheckout = name.contains("/");
        String path = command.environment().getOrDefault("PATH", "");
        Optional<Path> program = inCheckout
                ? Optional.of(command.directory().resolve(name)).filter(Files::isExecutable)
                : Stream.of(path.split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty()) {
            throw new IOException("there is no program '" + name + "' in " + (inCheckout ? "the checkout" : path)
                    + "; install it, or name it by its path in the command");
        }
        if (!launch.shows(errand, program.get())
                || !launch.shows(errand, program.get().toRealPath())) {
            throw new IOException("commands cannot see " + program.get().toRealPath()
                    + " where they run; name the folder of that installation as a toolchain");
        }
    }
}
