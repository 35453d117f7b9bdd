package org.elenchus.actors.port;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files of a repository are main sources: the only ones a task may break and a repair may change.
 *
 * @param language as people call it, lower case
 * @param root the main source root below the repository's folder, with a slash at its end; empty where they are one
 * @param folders folders below the root that hold main sources, without a slash at the end; empty for all
 * @param extensions how their names end, with the dot
 */
public record SourceRules(String language, String root, List<String> folders, List<String> extensions) {
    /** A Maven module. */
    public static final SourceRules JAVA = new SourceRules("java", "src/main/java/", List.of(), List.of(".java"));

    private static final Pattern FOREIGN = Pattern.compile("[\\p{Cntrl}\\\\]");

    public SourceRules {
        folders = List.copyOf(folders);
        extensions = List.copyOf(extensions);
    }

    /** Whether a path, relative to the main source root, has the form of a main source file's. It need not exist. */
    public boolean isSource(String path) {
        return isPlain(path)
                && extensions.stream().anyMatch(path::endsWith)
                && (folders.isEmpty() || folders.stream().anyMatch(folder -> path.startsWith(folder + "/")));
    }

    /** Whether a path stays below the folder it is relative to, whatever lies there, and out of a version control's own files. */
    public static boolean isPlain(String path) {
        List<String> segments = Arrays.asList(path.split("/", -1));
        return !FOREIGN.matcher(path).find()
                && segments.stream()
                        .noneMatch(s -> s.isEmpty() || s.equals(".") || s.equals("..") || s.equalsIgnoreCase(".git"));
    }
}
