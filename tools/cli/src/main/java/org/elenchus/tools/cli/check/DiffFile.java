package org.elenchus.tools.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elenchus.actors.port.SourceRules;
import org.jspecify.annotations.Nullable;

/**
 * Reads a unified diff, as {@code diff -u} and {@code git diff} write it. Texts of existing files may change and nothing else: whatever
 * creates, removes, renames, links or changes modes is refused before anything is looked up, and so is every path that could lead out.
 */
final class DiffFile {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,7})(?:,(\\d{1,7}))? \\+\\d{1,7}(?:,(\\d{1,7}))? @@.*");
    private static final Pattern BEYOND_TEXT = Pattern.compile(
            "(?:new file mode|deleted file mode|old mode|new mode|rename from|rename to|copy from|copy to|similarity index"
                    + "|GIT binary patch|Binary files|index [0-9a-f]+\\.\\.[0-9a-f]+ 1(?:20|60)000).*",
            Pattern.DOTALL);
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private final List<String> lines;
    private int at;

    private DiffFile(List<String> lines) {
        this.lines = lines;
    }

    /** The changes of one file. @param path as the diff names it, without {@code a/} or {@code b/} */
    record Change(String path, List<Hunk> hunks) {
        Change {
            hunks = List.copyOf(hunks);
        }
    }

    /** @param line 1-based, of the first line in the original; @param lines in order */
    record Hunk(int line, List<Line> lines) {
        Hunk {
            lines = List.copyOf(lines);
        }
    }

    /** @param text with its line end, if it has one */
    record Line(Kind kind, String text) {}

    enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    static List<Change> read(String text) throws PatchRefused {
        if (text.length() > MOST_CHARACTERS) {
            throw new PatchRefused("the diff is larger than " + MOST_CHARACTERS + " characters");
        }
        List<Change> changes = new DiffFile(List.of(text.split("\n", -1))).changes();
        if (changes.isEmpty()) {
            throw new PatchRefused("the patch is empty: it holds no change in unified form (---, +++, @@)");
        }
        return changes;
    }

    private List<Change> changes() throws PatchRefused {
        List<Change> changes = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at);
            if (BEYOND_TEXT.matcher(line).matches()) {
                throw new PatchRefused(
                        "a task changes texts of existing files, nothing else; the diff has '" + brief(line) + "'");
            }
            if (line.startsWith("--- ")
                    && at + 1 < lines.size()
                    && lines.get(at + 1).startsWith("+++ ")) {
                changes.add(change());
            } else {
                at++;
            }
        }
        return changes;
    }

    private Change change() throws PatchRefused {
        String before = name(lines.get(at), "a/");
        String after = name(lines.get(at + 1), "b/");
        if (before.equals("/dev/null") || after.equals("/dev/null")) {
            throw new PatchRefused("a task changes texts of existing files; the diff creates or removes one");
        }
        if (!before.equals(after)) {
            throw new PatchRefused("the diff renames " + brief(before));
        }
        if (!SourceRules.isPlain(before)) {
            throw new PatchRefused("the diff leads out of the repository: " + brief(before));
        }
        at += 2;
        List<Hunk> hunks = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith("@@")) {
            hunks.add(hunk());
        }
        return new Change(before, hunks);
    }

    private static String name(String line, String prefix) {
        String named = line.substring(4);
        int tab = named.indexOf('\t');
        String name = (tab < 0 ? named : named.substring(0, tab)).stripTrailing();
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private Hunk hunk() throws PatchRefused {
        Matcher head = HUNK.matcher(lines.get(at));
        if (!head.matches()) {
            throw new PatchRefused("line " + (at + 1) + " of the diff is no head of a hunk");
        }
        at++;
        int first = Integer.parseInt(head.group(1));
        int before = length(head.group(2));
        int after = length(head.group(3));
        List<Line> found = new ArrayList<>();
        while (before > 0 || after > 0 || noNewline()) {
            if (noNewline()) {
                withoutNewline(found);
                at++;
                continue;
            }
            Line line = line();
            found.add(line);
            before -= line.kind() == Kind.ADDED ? 0 : 1;
            after -= line.kind() == Kind.REMOVED ? 0 : 1;
            if (before < 0 || after < 0) {
                throw new PatchRefused("a hunk is longer than its head says, at line " + at + " of the diff");
            }
        }
        // where nothing of the original is shown, its head names the line before
        return new Hunk(length(head.group(2)) == 0 ? first + 1 : first, found);
    }

    private boolean noNewline() {
        return at < lines.size()
                && lines.get(at).startsWith("\\")
                && lines.get(at).length() > 1;
    }

    private static void withoutNewline(List<Line> found) throws PatchRefused {
        if (found.isEmpty()) {
            throw new PatchRefused("'" + NO_NEWLINE + "' follows no line");
        }
        Line last = found.removeLast();
        found.add(new Line(last.kind(), last.text().substring(0, last.text().length() - 1)));
    }

    private Line line() throws PatchRefused {
        if (at >= lines.size() || (at == lines.size() - 1 && lines.get(at).isEmpty())) {
            throw new PatchRefused("the diff ends in the middle of a hunk");
        }
        String line = lines.get(at++);
        // some programs strip the blank that stands for an empty kept line
        char sign = line.isEmpty() || line.equals("\r") ? ' ' : line.charAt(0);
        String text = (line.isEmpty() || line.equals("\r") ? line : line.substring(1)) + "\n";
        return switch (sign) {
            case ' ' -> new Line(Kind.KEPT, text);
            case '-' -> new Line(Kind.REMOVED, text);
            case '+' -> new Line(Kind.ADDED, text);
            default -> throw new PatchRefused("line " + at + " of the diff begins with neither ' ', '-' nor '+'");
        };
    }

    private static int length(@Nullable String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }

    private static String brief(String text) {
        String safe = text.replaceAll("\\p{Cntrl}", "?");
        return safe.length() <= 120 ? safe : safe.substring(0, 120) + "…";
    }
}
