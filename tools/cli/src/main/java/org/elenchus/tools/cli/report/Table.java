package org.elenchus.tools.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Aligned columns: numbers to the right, text to the left. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("[-+−]?[0-9][-0-9.,/%: –\\[\\]s]*|–|");

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        this.header = List.of(header);
    }

    /** @throws IllegalArgumentException when the number of cells is not that of the header */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + header.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, each ended by a line feed and without trailing blanks. */
    public String render() {
        StringBuilder out = new StringBuilder();
        line(out, header);
        rows.forEach(row -> line(out, row));
        return out.toString();
    }

    private void line(StringBuilder out, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String blanks = " ".repeat(width(column) - cells.get(column).length());
            line.append(isNumeric(column) ? blanks + cells.get(column) : cells.get(column) + blanks)
                    .append("  ");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(header.get(column).length(), Math::max);
    }

    private boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }
}
