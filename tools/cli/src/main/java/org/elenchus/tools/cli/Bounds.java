package org.elenchus.tools.cli;

/** Bounds of what is typed as a number. */
public final class Bounds {
    private Bounds() {}

    /** @throws Fault unless {@code value} is at least {@code least} */
    public static int atLeast(int least, String option, int value) throws Fault {
        if (value < least) {
            throw Fault.usage(option + " must be at least " + least + "; got " + value);
        }
        return value;
    }

    /** @throws Fault unless {@code value} is above zero and finite */
    public static double positive(String option, double value) throws Fault {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw Fault.usage(option + " must be a positive number; got " + value);
        }
        return value;
    }

    /** @throws Fault unless {@code value} is at most {@code most} */
    public static void atMost(int most, String option, int value) throws Fault {
        if (value > most) {
            throw Fault.usage(option + " must be at most " + most + "; got " + value);
        }
    }
}
