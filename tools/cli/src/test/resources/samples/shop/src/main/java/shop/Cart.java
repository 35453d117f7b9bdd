package shop;

import java.util.ArrayList;
import java.util.List;

/** Articles and their prices in cents. */
public final class Cart {
    /** So many of an article are cheaper. */
    static final int BULK = 10;

    private final List<Line> lines = new ArrayList<>();

    private record Line(String article, int count, int price) {}

    public void add(String article, int count, int price) {
        if (count <= 0) {
            throw new IllegalArgumentException("count must be positive: " + count);
        }
        lines.add(new Line(article, count, price));
    }

    /** In cents; an article taken in bulk is five percent off. */
    public int total() {
        int total = 0;
        for (Line line : lines) {
            int cost = line.count() * line.price();
            if (line.count() > BULK) {
                cost -= cost * 5 / 100;
            }
            total += cost;
        }
        return total;
    }

    public int size() {
        return lines.size();
    }
}
