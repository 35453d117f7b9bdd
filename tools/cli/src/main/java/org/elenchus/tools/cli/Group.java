package org.elenchus.tools.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only groups others. */
public abstract class Group implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name what to do: " + String.join(" or ", spec.subcommands().keySet()));
        }
    }
}
