package org.elenchus.tools.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.TextEdit;
import org.elenchus.tools.cli.check.DiffFile.Change;
import org.elenchus.tools.cli.check.DiffFile.Hunk;
import org.elenchus.tools.cli.check.DiffFile.Kind;
import org.elenchus.tools.cli.check.DiffFile.Line;

/**
 * A diff against a repository's sources, as a task's breaking patch. What does not fit the sources becomes an edit that does not apply, so
 * that it is the gates that say so.
 *
 * @param tests trusted tests that reach a line it touches
 */
record Breaking(Patch patch, List<TestId> tests) {
    static Breaking of(List<Change> changes, PreparedRepository repository) {
        List<TextEdit> edits = new ArrayList<>();
        SortedSet<TestId> tests = new TreeSet<>();
        for (Change change : changes) {
            String root = repository.rules().root();
            String path = change.path().startsWith(root) ? change.path().substring(root.length()) : change.path();
            if (repository.files().contains(path)) {
                Placing placing = new Placing(path, repository.source(path));
                for (Hunk hunk : change.hunks()) {
                    List<TextEdit> placed = placing.edits(hunk);
                    edits.addAll(placed);
                    placed.forEach(edit -> tests.addAll(placing.reaching(edit, repository)));
                }
            } else {
                // there is no such main source: grounding has to name it
                edits.add(new TextEdit(path, 0, "", "?"));
                tests.addAll(repository.tests());
            }
        }
        return new Breaking(new Patch(edits), List.copyOf(tests));
    }

    /** Finds hunks in one file: where they say, or where else their text occurs, if that is in one place only. */
    private record Placing(String path, String source) {
        List<TextEdit> edits(Hunk hunk) {
            String before = text(hunk, Kind.ADDED);
            int start = start(hunk.line(), before);
            if (!source.startsWith(before, start)) {
                return List.of(new TextEdit(path, start, before, text(hunk, Kind.REMOVED)));
            }
            List<TextEdit> edits = new ArrayList<>();
            StringBuilder removed = new StringBuilder();
            StringBuilder added = new StringBuilder();
            int at = start;
            int from = start;
            for (Line line : hunk.lines()) {
                switch (line.kind()) {
                    case KEPT -> {
                        flush(edits, from, removed, added);
                        at += line.text().length();
                        from = at;
                    }
                    case REMOVED -> {
                        removed.append(line.text());
                        at += line.text().length();
                    }
                    case ADDED -> added.append(line.text());
                }
            }
            flush(edits, from, removed, added);
            return edits;
        }

        /** Counted lines are easily wrong in a diff that was written by hand. */
        private int start(int line, String before) {
            int told = offset(line);
            int found = source.startsWith(before, told) || before.isEmpty() ? told : source.indexOf(before);
            boolean one = found >= 0
                    && (found == 0 || source.charAt(found - 1) == '\n')
                    && (found == told || source.indexOf(before, found + 1) < 0);
            return one ? found : told;
        }

        /** Tests that reach what an edit removes, or the lines before and after what it inserts. */
        SortedSet<TestId> reaching(TextEdit edit, PreparedRepository repository) {
            int end = Math.min(source.length(), edit.offset() + edit.removed().length());
            SortedSet<TestId> tests = new TreeSet<>();
            for (int line = line(edit.offset()) - 1; line <= line(end); line++) {
                tests.addAll(repository.testsReaching(path, line));
            }
            return tests;
        }

        private int line(int offset) {
            return 1
                    + (int) source.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }

        private void flush(List<TextEdit> edits, int from, StringBuilder removed, StringBuilder added) {
            if (!removed.isEmpty() || !added.isEmpty()) {
                edits.add(new TextEdit(path, from, removed.toString(), added.toString()));
                removed.setLength(0);
                added.setLength(0);
            }
        }

        /** The hunk's text without the lines of one kind. */
        private static String text(Hunk hunk, Kind without) {
            StringBuilder text = new StringBuilder();
            hunk.lines().stream().filter(line -> line.kind() != without).forEach(line -> text.append(line.text()));
            return text.toString();
        }

        /** Where a line begins; the end of the text where there is no such line. */
        private int offset(int line) {
            int start = 0;
            for (int l = 1; l < line; l++) {
                int end = source.indexOf('\n', start);
                if (end < 0) {
                    return source.length();
                }
                start = end + 1;
            }
            return start;
        }
    }
}
