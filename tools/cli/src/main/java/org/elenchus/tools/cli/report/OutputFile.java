package org.elenchus.tools.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.tools.cli.Fault;

/** A file that will be written at the end of a long command; looked at before it begins. */
public record OutputFile(String option, Path typed) {
    /** @throws Fault when it could not be written */
    public void check() throws Fault {
        Path file = typed.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            throw Fault.usage(option + " " + typed + " is a folder; name a file");
        }
        if (AtomicFile.isSpecial(file)) {
            if (!Files.isWritable(file)) {
                throw Fault.failure("cannot write to " + option + " " + typed + "; name another file");
            }
            return;
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Fault.usage("the folder of " + option + " " + typed + " does not exist; create it first");
        }
        if (!Files.isWritable(folder)) {
            throw Fault.failure("cannot write to the folder of " + option + " " + typed + "; name another file");
        }
    }

    public void write(String content) throws IOException {
        AtomicFile.write(typed.toAbsolutePath().normalize(), content.getBytes(StandardCharsets.UTF_8));
    }
}
