package org.elenchus.tools.verifier.declaration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.protocol.repository.TestId;

/**
 * What a repository declares of itself.
 *
 * @param language as people call it
 * @param command the words of the command that runs the tests in the checkout's folder; not a shell's line
 * @param select how one test is named to the command, in place of {@code {tests}}
 * @param environment variables it needs beside those every command has
 * @param exclude folders and files left out of the snapshot
 */
public record Declaration(
        String language,
        MainSources sources,
        List<String> command,
        String select,
        ReportPlace report,
        SortedMap<String, String> environment,
        List<String> exclude,
        Limits limits) {
    private static final String TESTS = "{tests}";
    private static final String REPORT = "{report}";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z0-9+#.-]{0,29}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    /** Kernels take no more than 128 KiB a word and some megabytes in all. */
    private static final int MOST_SELECTED = 64 << 10;

    public Declaration {
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        exclude = List.copyOf(exclude);
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("language must be a lower-case name such as \"python\"");
        }
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new IllegalArgumentException(
                    "command must be a list of words, such as [\"python3\", \"-m\", \"pytest\", \"--junitxml={report}/all.xml\"]");
        }
        if (report.folder().isEmpty() && !mentions(command, environment, REPORT)) {
            throw new IllegalArgumentException("the command must be told where to report: write {report} in it or in"
                    + " environment, or name the folder it writes to in report.folder");
        }
        if (!select.contains("{name}")) {
            throw new IllegalArgumentException("select must hold {name}, as in \"{class}.{name}\"");
        }
        environment.keySet().forEach(Declaration::requireVariable);
        exclude.forEach(entry -> Paths.require("exclude", entry));
        if (Paths.covered(exclude, DeclarationFile.NAME)) {
            throw new IllegalArgumentException("exclude may not name " + DeclarationFile.NAME);
        }
    }

    private static boolean mentions(List<String> command, Map<String, String> environment, String placeholder) {
        return command.stream().anyMatch(word -> word.contains(placeholder))
                || environment.values().stream().anyMatch(value -> value.contains(placeholder));
    }

    private static void requireVariable(String name) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new IllegalArgumentException("environment: '" + name + "' is no name of a variable");
        }
    }

    public SourceRules rules() {
        return sources.rules(language);
    }

    /** Whether a file of the repository is a main source. */
    public boolean isSource(String path) {
        return sources.holds(language, path);
    }

    /** Whether a file is left out of the snapshot. */
    public boolean isExcluded(String path) {
        return Paths.covered(exclude, path);
    }

    /** Whether the command can be asked for single tests. */
    public boolean selects() {
        return command.contains(TESTS);
    }

    /**
     * The command's words.
     *
     * @param tests those asked for; none for the whole suite, which is also run when there are too many to name
     */
    public List<String> words(List<TestId> tests, Places places) {
        List<String> words = new ArrayList<>();
        for (String word : command) {
            if (word.equals(TESTS)) {
                words.addAll(selected(tests));
            } else {
                words.add(places.fill(word));
            }
        }
        return words;
    }

    private List<String> selected(List<TestId> tests) {
        List<String> selected = tests.stream()
                .map(test -> select.replace("{class}", test.className()).replace("{name}", test.method()))
                .toList();
        boolean nameable = selected.stream().mapToInt(String::length).sum() + selected.size() <= MOST_SELECTED
                && selected.stream().noneMatch(word -> word.startsWith("-"));
        return nameable ? selected : List.of();
    }

    /** The variables it needs. */
    public SortedMap<String, String> variables(Places places) {
        SortedMap<String, String> filled = new TreeMap<>();
        environment.forEach((name, value) -> filled.put(name, places.fill(value)));
        return filled;
    }

    /** What placeholders stand for. @param report the folder of this run's report; @param helpers programs that come with Elenchus */
    public record Places(String checkout, String home, String report, String helpers) {
        String fill(String word) {
            return word.replace("{checkout}", checkout)
                    .replace("{home}", home)
                    .replace(REPORT, report)
                    .replace("{helpers}", helpers);
        }
    }
}
