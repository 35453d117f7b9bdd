package org.elenchus.tools.mining.intake;

import java.util.Set;
import java.util.regex.Pattern;

/** Where an entry of a source archive goes. */
public sealed interface Placement {
    /** A Java source file, relative to the source root. */
    record Source(String path) implements Placement {}

    /** Anything else the library may read at run time, relative to the resource root. */
    record Resource(String path) implements Placement {}

    /** Not needed, or it would steer the test framework or the compiler. */
    record Skipped() implements Placement {}

    /**
     * Judges an entry's name.
     *
     * @throws RefusedSource when the name leads outside the folder or cannot be a plain relative path
     */
    static Placement of(String name) throws RefusedSource {
        requirePlain(name);
        if (name.endsWith("/") || Rules.skipped(name)) {
            return new Skipped();
        }
        return name.endsWith(".java") ? new Source(name) : new Resource(name);
    }

    private static void requirePlain(String name) throws RefusedSource {
        if (name.isEmpty()
                || name.length() > Rules.LONGEST_NAME
                || Rules.FOREIGN.matcher(name).find()) {
            throw new RefusedSource("entry name '" + Rules.printable(name) + "' is not a plain relative path");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new RefusedSource("entry '" + Rules.printable(name) + "' leads outside its folder");
            }
        }
    }

    /** The rules as data. */
    final class Rules {
        static final int LONGEST_NAME = 500;

        /** Control characters, backslashes and drive letters have no place in an archive of sources. */
        static final Pattern FOREIGN = Pattern.compile("[\\p{Cntrl}\\\\]|^[A-Za-z]:");

        private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(?i:sf|rsa|dsa|ec)");

        /** Modules are not compiled; framework settings would change how tests run or let code into the framework. */
        private static final Set<String> STEERING =
                Set.of("module-info.java", "junit-platform.properties", "META-INF/MANIFEST.MF");

        private Rules() {}

        static boolean skipped(String name) {
            return STEERING.contains(name)
                    || name.endsWith("/module-info.java")
                    || name.startsWith("META-INF/services/org.junit.")
                    || name.startsWith("META-INF/services/javax.annotation.processing.")
                    || name.startsWith("META-INF/maven/")
                    || (name.startsWith("META-INF/") && name.endsWith(".java"))
                    || name.endsWith(".class")
                    || SIGNATURE.matcher(name).matches();
        }

        static String printable(String name) {
            String safe = name.replaceAll("\\p{Cntrl}", "?");
            return safe.length() <= 120 ? safe : safe.substring(0, 120) + "…";
        }
    }
}
