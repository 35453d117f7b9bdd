package org.elenchus.tools.worker.wire;

/** Bounds of the protocol; what exceeds them is refused before memory is taken for it. */
public final class Limits {
    /** Version of the frames' content; both sides must speak the same. */
    public static final int VERSION = 3;

    /** Bytes in one frame. */
    public static final int FRAME_BYTES = 128 << 20;

    /** Bytes of one text in UTF-8. */
    public static final int TEXT_BYTES = 16 << 20;

    /** Elements of one list. */
    public static final int ITEMS = 1 << 20;

    private Limits() {}
}
