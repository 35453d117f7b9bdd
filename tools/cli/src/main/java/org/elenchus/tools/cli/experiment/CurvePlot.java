package org.elenchus.tools.cli.experiment;

import java.util.List;
import java.util.Locale;
import org.elenchus.actors.evaluation.AcrossSeeds.Estimate;

/** Held-out solve rate by iteration, a line per strategy with its interval at the last iteration, as SVG. */
final class CurvePlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 520;
    private static final int LEFT = 60;
    private static final int RIGHT = 210;
    private static final int TOP = 50;
    private static final int BOTTOM = 50;
    private static final int TICKS = 5;

    /** Told apart by colour and dash: there are more strategies than colours one can tell apart. */
    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#d1495b", "#2e8b57", "#8e5ea2", "#e08e0b", "#4d4d4d", "#0aa3a3", "#a0522d");

    private final Results results;
    private final StringBuilder svg = new StringBuilder();
    private final int iterations;
    private final double top;

    private CurvePlot(Results results) {
        this.results = results;
        this.iterations = Math.max(
                1,
                results.curves().values().stream()
                        .mapToInt(curve -> curve.rates().size() - 1)
                        .max()
                        .orElse(1));
        double highest = results.curves().values().stream()
                .flatMap(curve -> curve.rates().stream())
                .mapToDouble(Estimate::high)
                .max()
                .orElse(1);
        this.top = Math.clamp(Math.ceil(highest * 10) / 10, 0.1, 1);
    }

    /** A whole SVG document. */
    static String svg(Results results) {
        return new CurvePlot(results).draw();
    }

    private String draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"26\" font-size=\"16\">Held-out solve rate by iteration</text>", LEFT);
        axes();
        int rank = 0;
        for (Strategy strategy : results.ranking()) {
            curve(strategy, rank++);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (int tick = 0; tick <= TICKS; tick++) {
            double rate = top * tick / TICKS;
            add(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
                    LEFT, y(rate), WIDTH - RIGHT, y(rate));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>", LEFT - 8, y(rate) + 4, rate);
        }
        for (int iteration = 0; iteration <= iterations; iteration++) {
            String name = iteration == 0 ? "base" : Integer.toString(iteration);
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(iteration), HEIGHT - BOTTOM + 20, name);
        }
    }

    private void curve(Strategy strategy, int rank) {
        List<Estimate> rates = results.curve(strategy).rates();
        String colour = COLOURS.get(strategy.ordinal() % COLOURS.size());
        String dash = strategy.ordinal() < COLOURS.size() ? "" : " stroke-dasharray=\"6 4\"";
        int width = strategy == Strategy.FULL ? 4 : 2;
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < rates.size(); i++) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(i), y(rates.get(i).value())));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"%s/>",
                points.toString().strip(), colour, width, dash);
        Estimate last = rates.get(rates.size() - 1);
        double at = x(rates.size() - 1) + 3.0 * rank;
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                at, y(last.low()), at, y(last.high()), colour);
        int row = TOP + 18 * rank;
        int legend = WIDTH - RIGHT + 60;
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"%d\"%s/>",
                legend, row, legend + 24, row, colour, width, dash);
        add("<text x=\"%d\" y=\"%d\">%s</text>", legend + 30, row + 4, strategy.label());
    }

    private double x(int iteration) {
        return LEFT + (double) (WIDTH - LEFT - RIGHT) * iteration / iterations;
    }

    private double y(double rate) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * rate / top;
    }

    private void add(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
