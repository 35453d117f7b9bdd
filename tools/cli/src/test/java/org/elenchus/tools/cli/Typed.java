package org.elenchus.tools.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command line, as it was answered. */
public record Typed(int exitCode, String out, String err) {
    public static Typed in(java.nio.file.Path data, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Elenchus.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--data";
        all[args.length + 1] = data.toString();
        int exitCode = line.execute(all);
        return new Typed(exitCode, out.toString(), err.toString());
    }
}
