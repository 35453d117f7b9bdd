package org.elenchus.tools.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A file that will be written at the end of a long command; looked at before it begins.
 *
 * @param option by which it is asked for
 * @param typed null where it is not asked for: nothing is checked or written then
 */
public record OutputFile(String option, @Nullable Path typed) {
    /** @throws Fault when it could not be written */
    public void check() throws Fault {
        if (typed == null) {
            return;
        }
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

    /** @throws Fault when it cannot be written any more */
    public void write(Supplier<String> content) throws Fault {
        if (typed == null) {
            return;
        }
        try {
            AtomicFile.write(typed.toAbsolutePath().normalize(), content.get().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Fault.failure("cannot write to " + option + " " + typed + " (" + e.getMessage()
                    + "); make room or let it be written to");
        }
    }
}
