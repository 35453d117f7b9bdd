package shop;

/** How articles are called on a bill. */
public final class Labels {
    private Labels() {}

    /** Without blanks around it; an article without a name has an empty label. */
    public static String of(String name) {
        return name.trim();
    }

    /** At most so many characters, the last of them three dots where something was cut. */
    public static String cut(String name, int width) {
        String label = of(name);
        if (label.length() <= width) {
            return label;
        }
        return label.substring(0, width) + "...";
    }
}
