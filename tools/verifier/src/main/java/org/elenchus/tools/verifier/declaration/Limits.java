package org.elenchus.tools.verifier.declaration;

/**
 * How much one run of the command may take.
 *
 * @param cpuSeconds processor time of any one of its processes
 * @param wallSeconds time until all of it is killed
 * @param memoryMegabytes data of any one of its processes
 * @param fileMegabytes size of any one file it writes
 * @param outputKilobytes what it prints; more ends it
 * @param reportKilobytes size of all its report files together
 */
public record Limits(
        int cpuSeconds,
        int wallSeconds,
        int memoryMegabytes,
        int fileMegabytes,
        int outputKilobytes,
        int reportKilobytes) {
    public static final Limits USUAL = new Limits(60, 240, 2048, 256, 4096, 8192);

    private static final int DAY = 86_400;
    private static final int GIGABYTES = 1 << 20;

    public Limits {
        within("cpuSeconds", cpuSeconds, 1, DAY);
        within("wallSeconds", wallSeconds, 1, DAY);
        within("memoryMegabytes", memoryMegabytes, 16, GIGABYTES);
        within("fileMegabytes", fileMegabytes, 1, GIGABYTES);
        within("outputKilobytes", outputKilobytes, 1, 1 << 20);
        within("reportKilobytes", reportKilobytes, 1, 64 << 10);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "limits." + name + " must be from " + least + " to " + most + "; it is " + value);
        }
    }
}
