package tiny;

/** Shares a signature with Calculator, so that a stale symbol would show. */
public class Names {
    public static final int LIMIT = 7;

    public String of(Calculator calculator) {
        return calculator.sign(1) + LIMIT;
    }

    public static boolean within(int n) {
        return n < LIMIT;
    }
}
