package org.elenchus.tools.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What was attacked, what ought to have happened, and what did. Printed, and kept below {@code target}. */
final class AttackTable {
    private final String sandbox;
    private final Map<String, String> rows = new TreeMap<>();

    AttackTable(String sandbox) {
        this.sandbox = sandbox;
    }

    synchronized void add(String attack, String expected, String seen) {
        String line = seen.replaceAll("\\s+", " ");
        rows.put(attack, expected + " | " + (line.length() > 300 ? line.substring(0, 300) + "…" : line));
    }

    synchronized void print() throws IOException {
        StringBuilder text = new StringBuilder("attacks on: " + sandbox + "\n");
        rows.forEach(
                (attack, line) -> text.append(attack).append(" | ").append(line).append('\n'));
        System.out.println(text);
        Path folder = Files.createDirectories(Path.of("target", "attacks"));
        Files.writeString(folder.resolve(sandbox.replace(' ', '-') + ".txt"), text);
    }
}
