package org.elenchus.tools.verifier.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What this machine's own tools can put around a command.
 *
 * @param namespaces words that give it a network with nothing in it and processes of its own; empty where the kernel refuses
 * @param limits whether resource limits can be set
 */
record Confinement(List<String> namespaces, boolean limits) {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));
    private static final List<String> SPACES =
            List.of("--net", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc");

    Confinement {
        namespaces = List.copyOf(namespaces);
    }

    /** The strongest that was seen to work. */
    static Confinement ofThisMachine() {
        String unshare = tool("unshare");
        List<List<String>> ways = List.of(
                spaces(unshare, List.of()),
                spaces(unshare, List.of("--user", "--map-current-user")),
                spaces(unshare, List.of("--user", "--map-root-user")));
        List<String> namespaces =
                ways.stream().filter(way -> works(way)).findFirst().orElse(List.of());
        return new Confinement(namespaces, works(List.of(tool("prlimit"), "--core=0", "--")));
    }

    private static List<String> spaces(String unshare, List<String> user) {
        List<String> words = new ArrayList<>(List.of(unshare));
        words.addAll(user);
        words.addAll(SPACES);
        words.add("--");
        return words;
    }

    boolean isApart() {
        return !namespaces.isEmpty();
    }

    /** The command with all that goes before it. */
    List<String> around(Command command) {
        Bounds bounds = command.bounds();
        List<String> words = new ArrayList<>(namespaces);
        if (isApart()) {
            // The first process of a namespace is deaf to signals, limits on processor time included, so the command is
            // not to be it;
            // and unshare does not pass on which signal ended its child.
            words.addAll(List.of("/bin/sh", "-c", "\"$@\"; exit $?", "first"));
        }
        if (limits) {
            long seconds = Math.max(1, bounds.cpu().toSeconds());
            words.add(tool("prlimit"));
            words.add("--core=0");
            words.add("--cpu=" + seconds + ":" + (seconds + 2));
            words.add("--fsize=" + bounds.fileBytes());
            words.add("--data=" + bounds.dataBytes());
            words.add("--");
        }
        words.addAll(command.words());
        return words;
    }

    private static boolean works(List<String> prefix) {
        if (!Files.isExecutable(Path.of(prefix.get(0)))) {
            return false;
        }
        List<String> words = new ArrayList<>(prefix);
        words.add(tool("true"));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A system program's path, looked for in the system's own folders only. */
    private static String tool(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/usr/bin", name))
                .toString();
    }
}
