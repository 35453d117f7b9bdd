package org.elenchus.tools.cli.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.elenchus.protocol.ProtocolJson;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The bare limit's process: compiles each edit, exchanges the bodies of the classes that are loaded already, runs the tests, puts the
 * original back. All items once to warm up, then once more against the clock. Arguments: the file of work, the file of results.
 */
public final class BareLimitMain {
    private static @Nullable Instrumentation instrumentation;

    private final BareCompiler compiler;
    private final Launcher launcher = LauncherFactory.create();
    private final Instrumentation exchange;

    private BareLimitMain(BareWork work, Instrumentation exchange) throws IOException {
        this.compiler = new BareCompiler(work.classPath(), work.release());
        this.exchange = exchange;
    }

    /** Called by the virtual machine before {@link #main}. */
    public static void premain(@Nullable String arguments, Instrumentation offered) {
        instrumentation = offered;
    }

    public static void main(String[] arguments) throws IOException {
        Instrumentation exchange = instrumentation;
        if (exchange == null) {
            throw new IllegalStateException("must be started as its own agent");
        }
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        BareWork work = ProtocolJson.read(Files.readAllBytes(Path.of(arguments[0])), BareWork.class);
        BareLimitMain limit = new BareLimitMain(work, exchange);
        List<Integer> all = IntStream.range(0, work.items().size()).boxed().toList();
        BareWork.Done done = limit.measure(work.items(), work.warm() ? limit.possible(work.items()) : all);
        Files.write(Path.of(arguments[1]), ProtocolJson.write(done));
        Runtime.getRuntime().halt(0);
    }

    /** Executes all items; the indices of those that could be. */
    private List<Integer> possible(List<BareWork.Item> items) throws IOException {
        List<Integer> possible = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (execute(items.get(i)).isPresent()) {
                possible.add(i);
            }
        }
        return possible;
    }

    private BareWork.Done measure(List<BareWork.Item> items, List<Integer> chosen) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        int killed = 0;
        long start = System.nanoTime();
        long processor = system.getProcessCpuTime();
        for (int i : chosen) {
            killed += execute(items.get(i)).orElse(0L) > 0 ? 1 : 0;
        }
        return new BareWork.Done(
                chosen, killed, (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - processor) / 1e9);
    }

    /** The number of failed tests; empty when the edit does not compile or changes more than bodies. */
    private Optional<Long> execute(BareWork.Item item) throws IOException {
        Optional<Map<String, byte[]>> compiled = compiler.compile(item.path(), item.text());
        if (compiled.isEmpty()) {
            return Optional.empty();
        }
        List<ClassDefinition> edited = new ArrayList<>();
        List<ClassDefinition> original = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> one : compiled.get().entrySet()) {
                byte[] before = original(one.getKey());
                if (!Arrays.equals(before, one.getValue())) {
                    Class<?> loaded = Class.forName(one.getKey(), false, ClassLoader.getSystemClassLoader());
                    edited.add(new ClassDefinition(loaded, one.getValue()));
                    original.add(new ClassDefinition(loaded, before));
                }
            }
            exchange.redefineClasses(edited.toArray(ClassDefinition[]::new));
        } catch (ClassNotFoundException | UnmodifiableClassException | UnsupportedOperationException | LinkageError e) {
            return Optional.empty();
        }
        try {
            return Optional.of(failures(item.tests()));
        } finally {
            restore(original);
        }
    }

    private void restore(List<ClassDefinition> original) {
        try {
            exchange.redefineClasses(original.toArray(ClassDefinition[]::new));
        } catch (ClassNotFoundException | UnmodifiableClassException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] original(String name) throws IOException, ClassNotFoundException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        }
    }

    private long failures(List<String> tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(tests.stream()
                                .map(DiscoverySelectors::selectMethod)
                                .toList())
                        .build(),
                summary);
        return summary.getSummary().getTotalFailureCount();
    }
}
