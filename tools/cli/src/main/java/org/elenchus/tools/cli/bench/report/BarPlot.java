package org.elenchus.tools.cli.bench.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars in groups, as SVG. The scale is logarithmic: what is compared differs by orders of magnitude. */
public final class BarPlot {
    private static final int WIDTH = 900;
    private static final int LABELS = 300;
    private static final int VALUES = 80;
    private static final int PLOT = WIDTH - LABELS - VALUES;
    private static final int ROW = 22;
    private static final int TOP = 56;

    private final String title;
    private final String unit;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(String group, String label, double value, String colour) {}

    public BarPlot(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Adds a bar below the others; one whose value is not positive was not measured and is left out. */
    public BarPlot bar(String group, String label, double value, String colour) {
        if (value > 0 && Double.isFinite(value)) {
            bars.add(new Bar(group, label, value, colour));
        }
        return this;
    }

    /** A whole SVG document. */
    public String svg() {
        int height = TOP + (bars.size() + groups()) * ROW + 44;
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH,
                height,
                WIDTH,
                height);
        line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
        line(svg, "<text x=\"16\" y=\"28\" font-size=\"17\" font-weight=\"bold\">%s</text>", escaped(title));
        if (!bars.isEmpty()) {
            body(svg, height);
        }
        return svg.append("</svg>\n").toString();
    }

    private void body(StringBuilder svg, int height) {
        double least = Math.floor(
                Math.log10(bars.stream().mapToDouble(Bar::value).min().orElse(1)));
        double most =
                Math.ceil(Math.log10(bars.stream().mapToDouble(Bar::value).max().orElse(1)));
        double decades = Math.max(1, most - least);
        axis(svg, height, least, decades);
        rows(svg, least, decades);
    }

    private void axis(StringBuilder svg, int height, double least, double decades) {
        for (int i = 0; i <= decades; i++) {
            double x = LABELS + PLOT * i / decades;
            line(
                    svg,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dddddd\"/>",
                    x,
                    TOP - 10,
                    x,
                    height - 34);
            line(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%s</text>",
                    x,
                    height - 18,
                    plain(Math.pow(10, least + i)));
        }
        line(svg, "<text x=\"%d\" y=\"%d\" fill=\"#555555\">%s</text>", 16, height - 18, escaped(unit));
    }

    private void rows(StringBuilder svg, double least, double decades) {
        int y = TOP;
        String group = "";
        for (Bar bar : bars) {
            if (!bar.group().equals(group)) {
                group = bar.group();
                line(svg, "<text x=\"16\" y=\"%d\" font-weight=\"bold\">%s</text>", y + 14, escaped(group));
                y += ROW;
            }
            double length = Math.max(1, PLOT * (Math.log10(bar.value()) - least) / decades);
            line(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                    LABELS - 8,
                    y + 14,
                    escaped(bar.label()));
            line(
                    svg,
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                    LABELS,
                    y + 2,
                    length,
                    ROW - 6,
                    escaped(bar.colour()));
            line(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\">%s</text>",
                    LABELS + length + 6,
                    y + 14,
                    ExecutionText.number(bar.value()));
            y += ROW;
        }
    }

    private int groups() {
        return (int) bars.stream().map(Bar::group).distinct().count();
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** A power of ten without an exponent. */
    private static String plain(double power) {
        return BigDecimal.valueOf(power).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
