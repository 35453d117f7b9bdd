package org.elenchus.tools.cli.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.jspecify.annotations.Nullable;

/** One bar per phase, redrawn in place. */
public final class BarProgress implements ProgressView {
    private final PrintStream terminal;
    private final int iterations;
    private String label = "";
    private int reported;
    private @Nullable ProgressBar bar;

    public BarProgress(PrintStream terminal, int iterations, int reported) {
        this.terminal = terminal;
        this.iterations = iterations;
        this.reported = reported;
    }

    @Override
    public synchronized void detail(String text) {
        if (bar != null) {
            bar.setExtraMessage(" " + text);
        }
    }

    @Override
    public synchronized void show(Status status) {
        String now = ProgressView.label(status, iterations);
        if (!now.equals(label) || reported < status.reports().size()) {
            close();
            for (; reported < status.reports().size(); reported++) {
                terminal.println(ProgressView.summary(status.reports().get(reported)));
            }
            label = now;
        }
        if (bar == null && status.asked() > 0) {
            bar = begin(now);
        }
        if (bar != null) {
            bar.maxHint(status.asked());
            bar.stepTo(status.answered());
        }
    }

    private ProgressBar begin(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(terminal))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
