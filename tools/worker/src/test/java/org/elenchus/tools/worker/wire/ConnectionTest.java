package org.elenchus.tools.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.tools.worker.wire.Connection.Answered;
import org.elenchus.tools.worker.wire.Connection.Asked;
import org.elenchus.tools.worker.wire.TestReport.Cause;
import org.elenchus.tools.worker.wire.TestReport.Frame;
import org.elenchus.tools.worker.wire.TestReport.SourceLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionTest {
    static List<Order> orders() {
        return List.of(
                new Order.Build("/a"),
                new Order.Discover("/b"),
                new Order.Execute(
                        "/c",
                        new TreeMap<>(Map.of("x/Y.java", "class Y {} // ü€😀", "x/Z.java", "")),
                        List.of(new Order.TestOrder("x.YTest", "m(int,java.lang.String)", Long.MAX_VALUE)),
                        true));
    }

    static List<Answer> answers() {
        Cause cause = new Cause("x.E", "no", List.of(new Frame("x.Y", "m", 0), new Frame("x.Y", "<init>", 70_000)));
        return List.of(
                new Answer.Started("x#y()"),
                new Answer.Built(List.of("e"), List.of("a", "b")),
                new Answer.Discovered(List.of()),
                new Answer.Ran(
                        List.of(
                                new TestReport("a#b()", new TestReport.Passed(), 3, true, List.of()),
                                new TestReport("a#c()", new TestReport.Failed(cause), 0, false, List.of()),
                                new TestReport("a#d()", new TestReport.Errored(cause), 1, false, List.of()),
                                new TestReport("a#e()", new TestReport.OutOfFuel(cause), 1L << 40, true, List.of()),
                                new TestReport(
                                        "a#f()",
                                        new TestReport.NotRun("why"),
                                        1,
                                        false,
                                        List.of(new SourceLines("x/Y.java", List.of(1, 2, 130, 70_000))))),
                        17,
                        18,
                        19),
                new Answer.DidNotCompile(List.of("x"), 5),
                new Answer.TimedOut("t"),
                new Answer.OutOfMemory("t"),
                new Answer.Refused("r"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void an_order_arrives_as_it_was_sent(Order order) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        sender(pipe).ask(new Asked(-5, order));
        assertThat(receiver(pipe).nextOrder()).isEqualTo(new Asked(-5, order));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_arrives_as_it_was_sent(Answer answer) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        sender(pipe).answer(new Answered(7, true, answer));
        assertThat(receiver(pipe).nextAnswer()).isEqualTo(new Answered(7, true, answer));
    }

    @Test
    void another_version_is_refused() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        sender(pipe).greet(Limits.VERSION + 1);
        assertThatThrownBy(() -> receiver(pipe).expectGreeting())
                .isInstanceOf(ProtocolFault.class)
                .hasMessageContaining("version " + (Limits.VERSION + 1));
    }

    @Test
    void an_oversized_frame_is_refused_before_it_is_read() throws IOException {
        for (int length : new int[] {Limits.FRAME_BYTES + 1, -1}) {
            ByteArrayOutputStream pipe = new ByteArrayOutputStream();
            new DataOutputStream(pipe).writeInt(length);
            assertThatThrownBy(() -> receiver(pipe).nextAnswer())
                    .isInstanceOf(ProtocolFault.class)
                    .hasMessageContaining("exceeds the limit");
        }
    }

    @Test
    void every_truncation_and_every_damaged_byte_is_noticed_or_harmless() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        sender(pipe).answer(new Answered(7, false, answers().get(3)));
        byte[] whole = pipe.toByteArray();
        for (int i = 0; i < whole.length; i++) {
            byte[] cut = java.util.Arrays.copyOf(whole, i);
            assertThatThrownBy(() -> receiver(cut).nextAnswer()).isInstanceOf(IOException.class);
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            try {
                receiver(damaged).nextAnswer();
            } catch (EOFException | ProtocolFault e) {
                assertThat(e).isNotNull();
            }
        }
    }

    private static Connection sender(OutputStream out) {
        return new Connection(InputStream.nullInputStream(), out);
    }

    private static Connection receiver(ByteArrayOutputStream pipe) {
        return receiver(pipe.toByteArray());
    }

    private static Connection receiver(byte[] bytes) {
        return new Connection(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }
}
