package org.elenchus.tools.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHost;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** Measures what sandboxes cost beside each other: start of a worker, and time per candidate. Argument: blocks of 100 candidates. */
final class Overhead {
    private static final int STARTS = 9;
    private static final int BLOCK = 100;

    private Overhead() {}

    public static void main(String[] arguments) throws Exception {
        Path repositories = Files.createTempDirectory("elenchus-overhead-");
        TinySnapshot tiny = TinySnapshot.in(repositories, 8);
        SandboxSettings settings = SandboxSettings.inside(repositories);
        Map<String, WorkerSandboxes> kinds = new LinkedHashMap<>();
        Map<String, WorkerSandbox> open = new LinkedHashMap<>();
        Map<String, List<Double>> blocks = new LinkedHashMap<>();
        for (WorkerHosts hosts : List.of(
                ProcessHosts.plain(settings),
                ProcessHosts.strongest(settings),
                DockerHosts.connect(settings, DockerSettings.usual()))) {
            String kind = hosts.enforcement().kind();
            starts(kind, hosts);
            WorkerSandboxes sandboxes = new WorkerSandboxes(hosts, settings, new MapMemo());
            kinds.put(kind, sandboxes);
            open.put(kind, (WorkerSandbox) sandboxes.open());
            blocks.put(kind, new ArrayList<>());
        }
        open.values().iterator().next().build(tiny.digest());
        for (WorkerSandbox sandbox : open.values()) {
            block(sandbox, tiny, 0);
        }
        for (int i = 1; i <= Integer.parseInt(arguments[0]); i++) {
            for (Map.Entry<String, WorkerSandbox> each : open.entrySet()) {
                blocks.get(each.getKey()).add(block(each.getValue(), tiny, i));
            }
        }
        blocks.forEach((kind, times) -> System.out.printf(
                Locale.ROOT, "%-18s %.2f ms per candidate (median of %d blocks)%n", kind, median(times), times.size()));
        open.values().forEach(WorkerSandbox::close);
        kinds.values().forEach(WorkerSandboxes::close);
        System.exit(0);
    }

    private static void starts(String kind, WorkerHosts hosts) throws Exception {
        List<Double> times = new ArrayList<>();
        WorkerHost slot = hosts.open();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            WorkerSession session = WorkerSession.start(slot, new Purpose.Executing());
            times.add((System.nanoTime() - start) / 1e6);
            session.close();
        }
        slot.close();
        System.out.printf(
                Locale.ROOT,
                "%-18s first start %.0f ms, median %.0f ms, longest %.0f ms%n",
                kind,
                times.get(0),
                median(times),
                Collections.max(times));
    }

    private static double block(WorkerSandbox sandbox, TinySnapshot tiny, int number) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < BLOCK; i++) {
            Overlay edit = TinySnapshot.calculator("return a + b;", "return a + b + " + (number * BLOCK + i) + ";");
            sandbox.executeAfresh(tiny.request(edit, "adds", "VintageTest#adds", "sums(int,int)"));
        }
        return (System.nanoTime() - start) / 1e6 / BLOCK;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
