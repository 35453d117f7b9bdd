package org.elenchus.tools.cli.bench.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;

/** A measuring node's process, with this program's Java and class path. It ends with this program, however that ends. */
public final class NodeProcess implements AutoCloseable {
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
     * @param main class of it, which reads its settings from its first line of input
     * @param settings told as JSON
     * @param log folder of its log
     * @param heap its largest, as Java takes it
     * @param properties of its system, {@code KEY=VALUE}, which win over its configuration
     * @param environment where its database is
     */
    public static NodeProcess start(
            Class<?> main,
            Object settings,
            Path log,
            String heap,
            List<String> properties,
            Map<String, String> environment)
            throws IOException {
        Path errors = Files.createDirectories(log).resolve("errors.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Xmx" + heap);
        command.add("-XX:+UseSerialGC");
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        NodeProcess node = new NodeProcess(builder.start(), errors);
        node.tell(new String(ProtocolJson.write(settings), StandardCharsets.UTF_8));
        return node;
    }

    /** Sends it a line. */
    public void tell(String line) {
        questions.println(line);
    }

    /** What it answers to a line, one at a time. @throws Fault when it has ended or does not answer */
    public <T> T ask(String question, Class<T> type) throws Fault, InterruptedException {
        return ask(question, type, PATIENCE_SECONDS);
    }

    /** As above. @param patience seconds */
    public <T> T ask(String question, Class<T> type, int patience) throws Fault, InterruptedException {
        tell(question);
        FutureTask<String> answer = new FutureTask<>(this::answer);
        Thread.ofVirtual().start(answer);
        try {
            String line = answer.get(patience, TimeUnit.SECONDS);
            if (line == null) {
                process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                throw Fault.failure("a node has ended: " + lastError());
            }
            return ProtocolJson.read(line.getBytes(StandardCharsets.UTF_8), type);
        } catch (TimeoutException e) {
            throw Fault.failure("a node did not answer for " + patience + " s; its log is beside " + errors);
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
    public void end() {
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

    /** At once, as kill -9 does. */
    public void kill() {
        process.destroyForcibly();
    }
}
