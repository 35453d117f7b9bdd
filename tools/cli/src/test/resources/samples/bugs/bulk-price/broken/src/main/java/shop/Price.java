package shop;

/** Prices in cents. */
public final class Price {
    private static final int BULK = 10;

    private Price() {}

    /** From ten on, an article is five percent off. */
    public static int of(int count, int price) {
        int cost = count * price;
        if (count > BULK) {
            cost -= cost * 5 / 100;
        }
        return cost;
    }
}
