package org.elenchus.tools.simulation.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What happened, one line each; empty unless asked for. Names only: what differs between two plays of a seed is left out. */
public final class Trace {
    private static final int LONGEST = 300;
    private static final Pattern ADDRESS = Pattern.compile("pekko://[^/\\]]+/(system/)?");
    private static final Pattern INCARNATION = Pattern.compile("#-?\\d+");
    private static final Pattern DESK = Pattern.compile("number=-?\\d+-");
    private static final Pattern HANDLER = Pattern.compile("\\$\\$Lambda[^,)\\]]*");

    private final Machine machine;
    private final List<String> lines = new ArrayList<>();
    private boolean kept;

    Trace(Machine machine) {
        this.machine = machine;
    }

    /** Starts anew. @param keep whether to write anything down */
    void begin(boolean keep) {
        lines.clear();
        kept = keep;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public void note(String what, String whom, Object content) {
        if (kept) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%6d %9.3f s  %-9s %s  %s",
                    machine.steps(),
                    machine.time().now() / 1e9,
                    what,
                    whom,
                    text(content)));
        }
    }

    private static String text(Object content) {
        String text = ADDRESS.matcher(content.toString()).replaceAll("");
        text = INCARNATION.matcher(text).replaceAll("");
        text = DESK.matcher(text).replaceAll("number=");
        text = HANDLER.matcher(text).replaceAll("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
