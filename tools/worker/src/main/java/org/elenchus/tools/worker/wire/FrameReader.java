package org.elenchus.tools.worker.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the values of one frame. Any damage ends in a {@link Malformed}. */
final class FrameReader {
    private final ByteBuffer bytes;

    FrameReader(byte[] frame) {
        bytes = ByteBuffer.wrap(frame);
    }

    int tag() {
        return guarded(() -> (int) bytes.get());
    }

    boolean flag() {
        return tag() != 0;
    }

    long number() {
        return guarded(bytes::getLong);
    }

    /** An unsigned integer in groups of seven bits, least significant first. */
    int small() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int group = tag();
            value |= (group & 0x7f) << shift;
            if (group >= 0) {
                return value;
            }
        }
        throw new Malformed("an integer of more than five bytes");
    }

    String text() {
        int length = bounded(small(), Math.min(Limits.TEXT_BYTES, bytes.remaining()), "a text");
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    <T> List<T> list(Supplier<T> element) {
        int count = bounded(small(), Math.min(Limits.ITEMS, bytes.remaining()), "a list");
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return elements;
    }

    /** Ascending integers, as written by {@link FrameWriter#ascending}. */
    List<Integer> ascending() {
        int[] last = {0};
        return list(() -> last[0] += small());
    }

    void end() {
        if (bytes.hasRemaining()) {
            throw new Malformed(bytes.remaining() + " bytes too many");
        }
    }

    private static int bounded(int value, int limit, String what) {
        if (value < 0 || value > limit) {
            throw new Malformed(what + " of length " + Integer.toUnsignedString(value));
        }
        return value;
    }

    private static <T> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (BufferUnderflowException e) {
            throw new Malformed("it ends too early");
        }
    }

    /** The frame is not what the protocol says. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }
}
