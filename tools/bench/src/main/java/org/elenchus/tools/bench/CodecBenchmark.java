package org.elenchus.tools.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Connection;
import org.elenchus.tools.worker.wire.Connection.Answered;
import org.elenchus.tools.worker.wire.Connection.Asked;
import org.elenchus.tools.worker.wire.Order;
import org.elenchus.tools.worker.wire.TestReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An order with a file of 20,000 characters there and back through the codec, and an answer with a report per test. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CodecBenchmark {
    @Param({"1", "100"})
    public int tests;

    private Order order = new Order.Build("");
    private Answer answer = new Answer.Discovered(List.of());

    @Setup
    public void prepare() {
        order = new Order.Execute(
                "/repositories/x",
                new TreeMap<>(Map.of("x/Y.java", "int x = 1234;\n\t// …\n".repeat(1000))),
                IntStream.range(0, tests)
                        .mapToObj(i -> new Order.TestOrder("x.YTest", "method" + i + "()", 1_000_000))
                        .toList(),
                false);
        TestReport.Cause cause = new TestReport.Cause(
                "java.lang.AssertionError",
                "expected: 1 but was: 2",
                IntStream.range(0, 12)
                        .mapToObj(i -> new TestReport.Frame("x.Y", "method" + i, 100 + i))
                        .toList());
        answer = new Answer.Ran(
                IntStream.range(0, tests)
                        .mapToObj(i ->
                                new TestReport("x.YTest#m" + i, new TestReport.Failed(cause), 1000, false, List.of()))
                        .toList(),
                1,
                2,
                3);
    }

    @Benchmark
    public Asked order() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new Connection(InputStream.nullInputStream(), pipe).ask(new Asked(1, order));
        return receiver(pipe).nextOrder();
    }

    @Benchmark
    public Answered answer() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        new Connection(InputStream.nullInputStream(), pipe).answer(new Answered(1, false, answer));
        return receiver(pipe).nextAnswer();
    }

    private static Connection receiver(ByteArrayOutputStream pipe) {
        return new Connection(new ByteArrayInputStream(pipe.toByteArray()), OutputStream.nullOutputStream());
    }
}
