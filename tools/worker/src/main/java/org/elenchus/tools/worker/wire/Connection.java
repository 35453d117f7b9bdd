package org.elenchus.tools.worker.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One side's end of the pipe. A frame is a length (4 bytes, big-endian) and as many bytes. Both sides open with a greeting; then each
 * order carries a nonce that its answers repeat, so that nothing written earlier can pass for an answer.
 */
public final class Connection {
    private static final int GREETING = 0x454c4e57;

    private final DataInputStream in;
    private final DataOutputStream out;

    public Connection(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** An order and the nonce to answer it with. */
    public record Asked(long nonce, Order order) {}

    /** An answer. @param retire the worker wants to be replaced after it */
    public record Answered(long nonce, boolean retire, Answer answer) {}

    /** Says what this side speaks. */
    public void greet(int version) throws IOException {
        send(frame -> frame.number(GREETING).small(version));
    }

    /** Reads the other side's greeting. @throws ProtocolFault when it speaks something else */
    public void expectGreeting() throws IOException {
        int version = receive(frame -> {
            if (frame.number() != GREETING) {
                throw new FrameReader.Malformed("no greeting");
            }
            return frame.small();
        });
        if (version != Limits.VERSION) {
            throw new ProtocolFault(
                    "the other side speaks protocol version " + version + ", this one " + Limits.VERSION);
        }
    }

    public void ask(Asked asked) throws IOException {
        send(frame -> OrderCodec.write(frame.number(asked.nonce()), asked.order()));
    }

    public Asked nextOrder() throws IOException {
        return receive(frame -> new Asked(frame.number(), OrderCodec.read(frame)));
    }

    public void answer(Answered answered) throws IOException {
        send(frame -> AnswerCodec.write(frame.number(answered.nonce()).flag(answered.retire()), answered.answer()));
    }

    public Answered nextAnswer() throws IOException {
        return receive(frame -> new Answered(frame.number(), frame.flag(), AnswerCodec.read(frame)));
    }

    private synchronized void send(Consumer<FrameWriter> content) throws IOException {
        FrameWriter writer = new FrameWriter();
        content.accept(writer);
        byte[] frame = writer.frame();
        if (frame.length > Limits.FRAME_BYTES) {
            throw new ProtocolFault("a frame of " + frame.length + " bytes exceeds the limit of " + Limits.FRAME_BYTES);
        }
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    private <T> T receive(Function<FrameReader, T> content) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > Limits.FRAME_BYTES) {
            throw new ProtocolFault("a frame of " + Integer.toUnsignedString(length) + " bytes exceeds the limit of "
                    + Limits.FRAME_BYTES);
        }
        // Takes memory as bytes arrive, not on the word of the other side.
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new EOFException("the stream ended inside a frame");
        }
        try {
            FrameReader reader = new FrameReader(frame);
            T value = content.apply(reader);
            reader.end();
            return value;
        } catch (FrameReader.Malformed e) {
            throw new ProtocolFault("a damaged frame: " + e.getMessage());
        }
    }
}
