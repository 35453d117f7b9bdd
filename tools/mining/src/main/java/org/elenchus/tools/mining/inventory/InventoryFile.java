package org.elenchus.tools.mining.inventory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.repository.TestFacts;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.mining.suite.SuiteFindings.Trusted;

/**
 * The trusted tests with their coverage as compressed JSON. Lines are written as runs: first line, length, first line, length, …
 *
 * @param paths main source files that some test reaches, ascending
 */
public record InventoryFile(int version, List<String> paths, List<Entry> tests) {
    private static final int VERSION = 1;

    public InventoryFile {
        paths = List.copyOf(paths);
        tests = List.copyOf(tests);
    }

    /** A test. @param covered index of a path → runs of lines */
    public record Entry(TestId id, long fuel, SortedMap<Integer, List<Integer>> covered) {}

    /** The digest of the trusted tests with their fuel, whatever lines they reach. */
    public static Digest digest(List<Trusted> trusted) {
        return ProtocolJson.digest(trusted.stream().map(Trusted::facts).toList());
    }

    public static byte[] write(List<Trusted> trusted) {
        TreeSet<String> reached = new TreeSet<>();
        trusted.forEach(test -> test.covered().forEach(lines -> reached.add(lines.path())));
        List<String> paths = List.copyOf(reached);
        Map<String, Integer> index = new TreeMap<>();
        paths.forEach(path -> index.put(path, index.size()));
        List<Entry> entries = new ArrayList<>();
        for (Trusted test : trusted) {
            SortedMap<Integer, List<Integer>> covered = new TreeMap<>();
            test.covered()
                    .forEach(
                            lines -> covered.put(Objects.requireNonNull(index.get(lines.path())), runs(lines.lines())));
            entries.add(new Entry(test.facts().id(), test.facts().fuel(), covered));
        }
        return compress(ProtocolJson.write(new InventoryFile(VERSION, paths, entries)));
    }

    /** @throws IOException when the bytes are not an inventory of this version */
    public static List<Trusted> read(byte[] compressed) throws IOException {
        InventoryFile file;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            file = ProtocolJson.read(in.readAllBytes(), InventoryFile.class);
        } catch (UncheckedIOException e) {
            throw new IOException("not an inventory", e);
        }
        if (file.version() != VERSION) {
            throw new IOException("inventory of version " + file.version() + ", not " + VERSION);
        }
        List<Trusted> trusted = new ArrayList<>();
        for (Entry entry : file.tests()) {
            List<CoveredLines> covered = new ArrayList<>();
            entry.covered()
                    .forEach((path, runs) ->
                            covered.add(new CoveredLines(file.paths().get(path), lines(runs))));
            trusted.add(new Trusted(new TestFacts(entry.id(), entry.fuel()), covered));
        }
        return trusted;
    }

    static List<Integer> runs(List<Integer> lines) {
        List<Integer> runs = new ArrayList<>();
        int index = 0;
        while (index < lines.size()) {
            int first = lines.get(index);
            int length = 1;
            while (index + length < lines.size() && lines.get(index + length) == first + length) {
                length++;
            }
            runs.add(first);
            runs.add(length);
            index += length;
        }
        return runs;
    }

    static List<Integer> lines(List<Integer> runs) {
        List<Integer> lines = new ArrayList<>();
        for (int run = 0; run + 1 < runs.size(); run += 2) {
            for (int line = 0; line < runs.get(run + 1); line++) {
                lines.add(runs.get(run) + line);
            }
        }
        return lines;
    }

    private static byte[] compress(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
