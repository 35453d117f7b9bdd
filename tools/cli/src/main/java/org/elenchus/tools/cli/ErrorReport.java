package org.elenchus.tools.cli;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.elenchus.persistence.ArtifactDamage;
import org.elenchus.persistence.StorageFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One line per error, with its remedy; a stack trace only where it is asked for. */
final class ErrorReport {
    private static final String NO_MEMORY =
            "the memory that Java may use is not enough for this; allow it more, as with ELENCHUS_JAVA_OPTS=-Xmx4g";

    private ErrorReport() {}

    static int usage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = firstLine(e.getMessage());
        command.getErr()
                .println("elenchus: " + message + "; see '"
                        + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.USAGE.code();
    }

    /** Runs what was typed. An {@link Error} would pass the handler of exceptions, and end in a stack trace. */
    static int guarded(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            return report(e, parsed.commandSpec().commandLine());
        }
    }

    static int execution(Exception e, CommandLine command, @Nullable ParseResult parsed) {
        return report(e, command);
    }

    private static int report(Throwable e, CommandLine command) {
        boolean debug = command.getCommandSpec().root().userObject() instanceof Elenchus root && root.debug();
        if (debug) {
            e.printStackTrace(command.getErr());
        }
        // The database wraps it into an error of its own, which would pass for damage.
        if (Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(OutOfMemoryError.class::isInstance)) {
            return say(command, NO_MEMORY, ExitCode.FAILURE);
        }
        if (e instanceof Fault fault) {
            return say(command, firstLine(fault.getMessage()), fault.exitCode());
        }
        if (e instanceof StorageFault || e instanceof ArtifactDamage || e instanceof UncheckedIOException) {
            return say(command, firstLine(e.getMessage()), ExitCode.FAILURE);
        }
        return say(
                command,
                "unexpected " + e.getClass().getSimpleName() + ": " + firstLine(e.getMessage())
                        + (debug ? "" : "; run it again with --debug for the stack trace"),
                ExitCode.FAILURE);
    }

    private static int say(CommandLine command, String message, ExitCode code) {
        command.getErr().println("elenchus: " + message);
        return code.code();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
