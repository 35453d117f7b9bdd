package shop;

/** How articles are called on a bill. */
public final class Label {
    private Label() {}

    /** Without blanks around it; an article without a name has an empty label. */
    public static String of(String name) {
        return name.strip();
    }
}
