package org.elenchus.tools.sandbox.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.sandbox.command.Command;

/** A command to be confined. @param toolchains folders it may read beside the system's programs and libraries */
record Errand(Command command, List<Path> toolchains) {
    Errand {
        toolchains = List.copyOf(toolchains);
    }

    /**
     * Starts the command in its directory, with its environment alone. That is set by the last program before it: what the command may
     * choose, such as where programs are looked for, must not choose the programs that confine it.
     */
    List<String> payload() {
        List<String> payload =
                new ArrayList<>(List.of("sh", "-c", "cd \"$1\" && shift && exec env -i \"$@\"", "command"));
        payload.add(command.directory().toString());
        command.environment().forEach((name, value) -> payload.add(name + "=" + value));
        payload.addAll(command.words());
        return payload;
    }
}
