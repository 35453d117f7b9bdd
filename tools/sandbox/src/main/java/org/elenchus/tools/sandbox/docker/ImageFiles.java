package org.elenchus.tools.sandbox.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What goes into an image: a JDK without what only people read, and the system's libraries it is linked with. */
final class ImageFiles {
    /** Where the JDK is in the image. */
    static final String JAVA_HOME = "/opt/java";

    private static final List<String> LEFT_OUT = List.of("lib/src.zip", "jmods", "include", "man", "legal", "demo");

    /** {@code libz.so.1 => /lib/…/libz.so.1 (0x…)}, or the loader's {@code /lib64/ld-linux-x86-64.so.2 (0x…)}. */
    private static final Pattern LINKED = Pattern.compile("(?:=> )?(/[^ ]+) \\(0x[0-9a-f]+\\)");

    private ImageFiles() {}

    /** Absolute path in the image → file of this machine, ascending. */
    static SortedMap<String, Path> of(Path javaHome) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        List<Path> linked = new ArrayList<>();
        try (Stream<Path> all = Files.walk(javaHome)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = javaHome.relativize(file).toString();
                if (LEFT_OUT.stream().noneMatch(part -> name.equals(part) || name.startsWith(part + "/"))) {
                    files.put(JAVA_HOME + "/" + name, file);
                    if (name.startsWith("bin/java") || name.endsWith(".so")) {
                        linked.add(file);
                    }
                }
            }
        }
        files.putAll(libraries(linked, javaHome));
        return files;
    }

    /** The libraries outside the JDK, at the paths where the loader looks for them. */
    private static Map<String, Path> libraries(List<Path> linked, Path javaHome) throws IOException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        linked.forEach(file -> command.add(file.toString()));
        Map<String, Path> libraries = new TreeMap<>();
        Matcher matcher = LINKED.matcher(output(command));
        while (matcher.find()) {
            Path library = Path.of(matcher.group(1));
            if (!library.startsWith(javaHome) && Files.exists(library)) {
                libraries.put(library.normalize().toString(), library.toRealPath());
            }
        }
        if (libraries.isEmpty()) {
            throw new IOException("ldd names no system libraries; name an image with a JDK by --sandbox-image instead");
        }
        return libraries;
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return text;
    }
}
