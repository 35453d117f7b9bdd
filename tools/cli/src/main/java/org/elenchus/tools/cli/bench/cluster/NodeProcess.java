package org.elenchus.tools.cli.bench.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.node.load.LoadNodeMain;
import org.elenchus.tools.cli.node.load.LoadNodeSettings;
import org.elenchus.tools.cli.node.load.LoadReading;
import org.jspecify.annotations.Nullable;

/** A measuring node's process, with this program's Java and class path. It ends with this program, however that ends. */
final class NodeProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path errors;
    private final PrintWriter questions;
    private final BufferedReader answers;

    private NodeProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param heap its largest, as Java takes it
     * @param environment where its database is
     */
    static NodeProcess start(LoadNodeSettings settings, String heap, Map<String, String> environment)
            throws IOException {
        Path folder = Files.createDirectories(Path.of(settings.log()));
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadNodeMain.class.getName()))
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        NodeProcess node = new NodeProcess(builder.start(), errors);
        node.questions.println(new String(ProtocolJson.write(settings), StandardCharsets.UTF_8));
        return node;
    }

    /** Has it keep runs under way. */
    void begin() {
        questions.println(LoadNodeMain.BEGIN);
    }

    /** What it has done so far. @throws Fault when it has ended or does not answer */
    LoadReading read() throws Fault, InterruptedException {
        questions.println(LoadNodeMain.READ);
        FutureTask<String> answer = new FutureTask<>(this::answer);
        Thread.ofVirtual().start(answer);
        try {
            String line = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                throw Fault.failure("a node has ended: " + lastError());
            }
            return ProtocolJson.read(line.getBytes(StandardCharsets.UTF_8), LoadReading.class);
        } catch (TimeoutException e) {
            throw Fault.failure("a node did not answer for " + PATIENCE_SECONDS + " s; its log is beside " + errors);
        } catch (ExecutionException e) {
            throw Fault.failure("a node cannot be read: " + e.getCause() + "; its log is beside " + errors);
        }
    }

    /** The next answer; Java itself may say something in between. */
    private @Nullable String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith("{")) {
            line = answers.readLine();
        }
        return line;
    }

    private String lastError() {
        try {
            List<String> lines = Files.readAllLines(errors).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("WARNING: "))
                    .toList();
            return (lines.isEmpty() ? "" : lines.get(lines.size() - 1) + "; ") + "its log is beside " + errors;
        } catch (IOException e) {
            return "its log is beside " + errors;
        }
    }

    /** Asks it to end; {@link #close} makes sure of it. */
    void end() {
        questions.close();
    }

    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** At once. */
    void kill() {
        process.destroyForcibly();
    }
}
