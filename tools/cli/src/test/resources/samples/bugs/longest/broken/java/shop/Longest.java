package shop;

import java.util.List;

/** The longest of some words. */
public final class Longest {
    private Longest() {}

    /** The first of them where several are. */
    public static String of(List<String> words) {
        return "";
    }
}
