package org.elenchus.tools.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.elenchus.persistence.DataPaths;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** What every command has: the data folder, and somewhere to print. */
public abstract class Verb implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    protected final DataPaths paths() {
        return DataPaths.of(root().data());
    }

    /** For results. */
    protected final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** A result, as it is. */
    protected final void print(String text) {
        out().print(text);
        out().flush();
    }

    /** For progress and remarks. */
    protected final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** Whether the error stream is a terminal, where progress can be redrawn. */
    protected final boolean onTerminal() {
        return Boolean.getBoolean(Elenchus.TERMINAL);
    }

    /** A path as it was typed, from where the user stands. */
    protected static Path absolute(Path typed) {
        return typed.toAbsolutePath().normalize();
    }

    /** What was typed. */
    protected final ParseResult typed() {
        return spec().commandLine().getParseResult();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("not parsed yet");
        }
        return spec;
    }

    private Elenchus root() {
        return (Elenchus) spec().root().userObject();
    }
}
