package org.elenchus.tools.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
        List<Column> columns =
                IntStream.range(0, header.size()).mapToObj(this::column).toList();
        StringBuilder out = new StringBuilder();
        line(out, columns, header);
        rows.forEach(row -> line(out, columns, row));
        return out.toString();
    }

    /** @param width in characters; @param numeric whether all its cells are numbers */
    private record Column(int width, boolean numeric) {
        String aligned(String cell) {
            String blanks = " ".repeat(width - cell.length());
            return numeric ? blanks + cell : cell + blanks;
        }
    }

    private Column column(int index) {
        int width = rows.stream()
                .mapToInt(row -> row.get(index).length())
                .reduce(header.get(index).length(), Math::max);
        boolean numeric =
                rows.stream().allMatch(row -> NUMBER.matcher(row.get(index)).matches());
        return new Column(width, numeric);
    }

    private static void line(StringBuilder out, List<Column> columns, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(columns.get(i).aligned(cells.get(i))).append("  ");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
