package org.elenchus.tools.verifier;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.elenchus.tools.sandbox.command.Command;
import org.elenchus.tools.sandbox.command.CommandEnd;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.Enforcement;

/** Remembers what it was told to run, and tells commands the how-manieth they are: {@code $TRY}, from 1. */
final class Watched implements CommandHost {
    private final CommandHost host;
    private final List<Command> commands = new CopyOnWriteArrayList<>();

    Watched(CommandHost host) {
        this.host = host;
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    @Override
    public CommandEnd run(Command command) throws IOException, InterruptedException {
        commands.add(command);
        return host.run(command.with("TRY", Integer.toString(commands.size())));
    }

    @Override
    public Enforcement enforcement() {
        return host.enforcement();
    }
}
