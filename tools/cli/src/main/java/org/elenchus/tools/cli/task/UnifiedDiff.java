package org.elenchus.tools.cli.task;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** A unified diff that {@code git apply} and {@code patch -p1} accept. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final int HEADER_LINES = 2;

    private UnifiedDiff() {}

    /**
     * The diff of one file; empty when nothing changes. Line ends are kept as they are, and a missing one at the end is marked.
     *
     * @param path relative to the folder the diff is applied in
     */
    public static String of(String path, String before, String after) {
        List<String> original = lines(before);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + path, "b/" + path, original, DiffUtils.diff(original, lines(after)), CONTEXT);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < diff.size(); i++) {
            String line = diff.get(i);
            text.append(line);
            if (i < HEADER_LINES || line.startsWith("@@")) {
                text.append('\n');
            } else if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
        return text.toString();
    }

    /** Lines with their ends, so that texts that differ only in those differ. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }
}
