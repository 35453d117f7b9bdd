package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/** Starts a worker as a child process that sees what this one sees, with whatever limits a process can have by itself. */
final class PlainLaunch implements Launch {
    /** How much a plain process is limited. */
    enum Strictness {
        /** Not at all. */
        NONE,
        /** Resource limits, and an end when this program ends. */
        LIMITED,
        /** That, and a user that owns nothing. For root only. */
        STRANGER
    }

    private final SandboxSettings settings;
    private final Strictness strictness;

    PlainLaunch(SandboxSettings settings, Strictness strictness) {
        this.settings = settings;
        this.strictness = strictness;
    }

    @Override
    public ProcessBuilder prepare(Home home, Purpose purpose) throws IOException {
        WorkerJvm.Place place =
                new WorkerJvm.Place(settings.java().toString(), folder(home), home.hosts(), settings.workerClassPath());
        return prepare(home, purpose, WorkerJvm.command(place, settings));
    }

    @Override
    public Path folder(Home home) {
        return home.plain();
    }

    @Override
    public ProcessBuilder prepare(Home home, Purpose purpose, List<String> payload) throws IOException {
        List<String> command = new ArrayList<>();
        home.furnish();
        switch (strictness) {
            case NONE -> {}
            case LIMITED -> {
                command.addAll(List.of("setsid", "setpriv", "--pdeathsig=KILL"));
                command.addAll(Limits.prefix(settings, false));
            }
            case STRANGER -> {
                int user = Identity.stranger();
                give(home, purpose, user);
                command.addAll(List.of("setsid", "setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
                command.addAll(List.of("--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "--pdeathsig=KILL"));
                command.addAll(Limits.prefix(settings, true));
            }
        }
        command.addAll(payload);
        return Environment.emptied(new ProcessBuilder(command), folder(home))
                .directory(folder(home).resolve("work").toFile());
    }

    private void give(Home home, Purpose purpose, int user) throws IOException {
        Identity.publish(settings.repositories());
        home.giveTo(user);
        if (purpose instanceof Purpose.Building building) {
            Identity.give(building.classes(), user);
        }
    }
}
