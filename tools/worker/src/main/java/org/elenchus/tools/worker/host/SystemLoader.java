package org.elenchus.tools.worker.host;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The worker's system class loader. Libraries' tests look resources up through it, so it answers from the snapshot in use. Classes come
 * from the worker's class path alone: the JVM remembers what a loader once answered, and a candidate's class must not be remembered.
 */
public final class SystemLoader extends ClassLoader {
    private static volatile @Nullable ClassLoader resources;

    /** Called by the JVM, as {@code -Djava.system.class.loader} demands. */
    public SystemLoader(ClassLoader parent) {
        super("worker", parent);
    }

    /** From now on resources come from here first. */
    public static void serve(ClassLoader snapshot) {
        resources = snapshot;
    }

    @Override
    public @Nullable URL getResource(String name) {
        ClassLoader snapshot = resources;
        URL found = snapshot == null ? null : snapshot.getResource(name);
        return found == null ? super.getResource(name) : found;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        ClassLoader snapshot = resources;
        Enumeration<URL> first = snapshot == null ? Collections.emptyEnumeration() : snapshot.getResources(name);
        return first.hasMoreElements() ? first : super.getResources(name);
    }
}
