package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/** Starts a child process that sees what this one sees, with whatever limits a process can have by itself. */
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
        int user = Identity.stranger();
        home.furnish();
        if (strictness == Strictness.STRANGER) {
            Identity.publish(settings.repositories());
            home.giveTo(user);
            if (purpose instanceof Purpose.Building building) {
                Identity.give(building.classes(), user);
            }
        }
        return started(home, user, Limits.prefix(settings, strictness == Strictness.STRANGER), payload);
    }

    @Override
    public ProcessBuilder prepare(Home home, Errand errand) throws IOException {
        int user = Identity.stranger();
        home.furnish();
        if (strictness == Strictness.STRANGER) {
            home.giveTo(user);
            Identity.giveAll(errand.command().place(), user);
        }
        List<String> limits = Limits.prefix(errand.command().bounds(), strictness == Strictness.STRANGER);
        return started(home, user, limits, errand.payload());
    }

    @Override
    public boolean shows(Errand errand, Path program) {
        return true;
    }

    private ProcessBuilder started(Home home, int user, List<String> limits, List<String> payload) {
        List<String> command = new ArrayList<>();
        switch (strictness) {
            case NONE -> {}
            case LIMITED -> {
                command.addAll(List.of("setsid", "setpriv", "--pdeathsig=KILL"));
                command.addAll(limits);
            }
            case STRANGER -> {
                command.addAll(List.of("setsid", "setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
                command.addAll(List.of("--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "--pdeathsig=KILL"));
                command.addAll(limits);
            }
        }
        command.addAll(payload);
        return Environment.emptied(new ProcessBuilder(command), folder(home))
                .directory(folder(home).resolve("work").toFile());
    }
}
