package org.elenchus.tools.worker.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Writes the values of one frame; the mirror of {@link FrameReader}. */
final class FrameWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    FrameWriter tag(int value) {
        bytes.write(value);
        return this;
    }

    FrameWriter flag(boolean value) {
        return tag(value ? 1 : 0);
    }

    FrameWriter number(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
        return this;
    }

    FrameWriter small(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return this;
    }

    FrameWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        small(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    <T> FrameWriter list(Collection<T> elements, Consumer<T> element) {
        small(elements.size());
        elements.forEach(element);
        return this;
    }

    FrameWriter texts(Collection<String> elements) {
        return list(elements, this::text);
    }

    /** Ascending non-negative integers, each as its distance from the one before. */
    FrameWriter ascending(List<Integer> values) {
        int[] last = {0};
        return list(values, value -> {
            small(value - last[0]);
            last[0] = value;
        });
    }

    byte[] frame() {
        return bytes.toByteArray();
    }
}
