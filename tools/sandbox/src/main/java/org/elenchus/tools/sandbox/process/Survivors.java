package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds processes that left their family: a daemon has another parent, another group and another session, but the environment it was
 * started with. One that replaces its environment is not found; only a process namespace holds that one.
 */
final class Survivors {
    /** The variable that tells one execution's processes from all others. */
    static final String MARK = "ELENCHUS_EXECUTION";

    private static final int ROUNDS = 5;

    private Survivors() {}

    /** Kills all processes that carry a mark, and those they start meanwhile. */
    static void kill(String mark) {
        for (int round = 0; round < ROUNDS; round++) {
            if (!killOnce((MARK + "=" + mark).getBytes(StandardCharsets.UTF_8))) {
                return;
            }
        }
    }

    private static boolean killOnce(byte[] entry) {
        boolean any = false;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                long id = Long.parseLong(String.valueOf(process.getFileName()));
                if (id != ProcessHandle.current().pid() && carries(process, entry)) {
                    any |= ProcessHandle.of(id)
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No such folder here: there is nothing to look through.
        }
        return any;
    }

    private static boolean carries(Path process, byte[] entry) {
        try {
            String environment =
                    new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
            String wanted = new String(entry, StandardCharsets.ISO_8859_1);
            return ("\0" + environment).contains("\0" + wanted + "\0");
        } catch (IOException e) {
            return false;
        }
    }
}
