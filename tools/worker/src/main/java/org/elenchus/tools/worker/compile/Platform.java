package org.elenchus.tools.worker.compile;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * The API of an older Java release, as {@code --release} shows it, but through a file manager that outlives one compilation. Taken from
 * the compiler's internals; where they are not open or have changed, {@code --release} itself is used.
 */
final class Platform {
    private static final Map<Integer, Platform> KNOWN = new TreeMap<>();

    private final int release;
    private final @Nullable JavaFileManager files;

    private Platform(int release, @Nullable JavaFileManager files) {
        this.release = release;
        this.files = files;
    }

    static synchronized Platform of(int release) {
        return KNOWN.computeIfAbsent(release, number -> new Platform(number, open(number)));
    }

    /** The release's class files; null where only {@code --release} knows them. */
    @Nullable
    JavaFileManager files() {
        return files;
    }

    /** Compiler options for this release, to go with {@link #files}. */
    List<String> options() {
        String number = Integer.toString(release);
        return files == null ? List.of("--release", number) : List.of("-source", number, "-target", number);
    }

    private static @Nullable JavaFileManager open(int release) {
        if (release == Runtime.version().feature()) {
            return null;
        }
        try {
            Class<?> provider = Class.forName("com.sun.tools.javac.platform.JDKPlatformProvider");
            Object description = provider.getMethod("getPlatform", String.class, String.class)
                    .invoke(provider.getConstructor().newInstance(), Integer.toString(release), "");
            Class<?> type = Class.forName("com.sun.tools.javac.platform.PlatformDescription");
            return (JavaFileManager) type.getMethod("getFileManager").invoke(description);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Throwable cause = e instanceof InvocationTargetException invocation ? invocation.getCause() : e;
            System.err.println("the compiler's platform files are out of reach, using --release: " + cause);
            return null;
        }
    }
}
