package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.RunningWorker;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.PlainLaunch.Strictness;

/** Workers, and commands, as processes of this machine. */
public final class ProcessHosts implements WorkerHosts {
    private static final List<Strictness> BY_ROOT = List.of(Strictness.STRANGER, Strictness.LIMITED, Strictness.NONE);
    private static final List<Strictness> BY_USER = List.of(Strictness.LIMITED, Strictness.NONE);

    private final Launch launch;
    private final Enforcement enforcement;

    private ProcessHosts(Launch launch, Enforcement enforcement) {
        this.launch = launch;
        this.enforcement = enforcement;
        Home.reap();
    }

    /** The strongest confinement that was seen to work here. Takes about half a second. */
    public static ProcessHosts strongest(SandboxSettings settings) {
        Confinement confinement = new Confinement(settings);
        Appraisal confined = new Appraisal(Facts.about(confinement, settings), settings);
        Optional<String> obstacle = confined.obstacle();
        if (obstacle.isEmpty() && confined.isConfined()) {
            return new ProcessHosts(confinement, confined.enforcement("confined process", ""));
        }
        return plain(settings, obstacle.orElse("namespaces do not hold here"));
    }

    /** A plain process, however much a process can be limited without namespaces. */
    public static ProcessHosts plain(SandboxSettings settings) {
        return plain(settings, "namespaces are not asked for");
    }

    /** @param why namespaces are not used */
    private static ProcessHosts plain(SandboxSettings settings, String why) {
        String obstacles = why;
        for (Strictness strictness : Identity.isRoot() ? BY_ROOT : BY_USER) {
            Launch launch = new PlainLaunch(settings, strictness);
            Appraisal plain = new Appraisal(Facts.about(launch, settings), settings);
            Optional<String> obstacle = plain.obstacle();
            if (obstacle.isEmpty()) {
                return new ProcessHosts(launch, plain.enforcement("plain process", obstacles));
            }
            obstacles += "; " + obstacle.get();
        }
        Facts nothing = new Facts(Map.of(), false, "");
        return new ProcessHosts(
                new PlainLaunch(settings, Strictness.NONE),
                new Appraisal(nothing, settings).enforcement("plain process", obstacles));
    }

    @Override
    public WorkerHost open() {
        return new Slot();
    }

    @Override
    public Enforcement enforcement() {
        return enforcement;
    }

    /** Where commands run, confined the way workers are. @param toolchains folders they may read beside the system's own */
    public CommandHost commands(List<Path> toolchains) {
        return new ProcessCommands(launch, enforcement, toolchains);
    }

    @Override
    public void close() {
        // Every worker is its slot's.
    }

    private final class Slot implements WorkerHost {
        @Override
        public RunningWorker start(Purpose purpose) throws IOException {
            return ProcessWorker.start(launch, purpose);
        }

        @Override
        public void close() {
            // Every worker is closed by who started it.
        }
    }
}
