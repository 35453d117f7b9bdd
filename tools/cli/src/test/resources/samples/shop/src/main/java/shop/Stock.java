package shop;

import java.util.Map;
import java.util.TreeMap;

/** What is there. */
public final class Stock {
    private final Map<String, Integer> counts = new TreeMap<>();

    public void put(String article, int count) {
        counts.merge(article, count, Integer::sum);
    }

    public int count(String article) {
        return counts.getOrDefault(article, 0);
    }

    /** Whether so many could be taken away, and were. */
    public boolean take(String article, int count) {
        int there = count(article);
        if (there < count) {
            return false;
        }
        counts.put(article, there + count);
        return true;
    }

    /** The article of which there is least, by name where several are. */
    public String scarcest() {
        return "";
    }
}
