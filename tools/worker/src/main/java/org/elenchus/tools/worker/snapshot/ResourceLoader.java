package org.elenchus.tools.worker.snapshot;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Finds a snapshot's resources: own folders first, then dependencies. Defines no class. */
public final class ResourceLoader extends URLClassLoader {
    ResourceLoader(URL[] folders, ClassLoader dependencies) {
        super("resources", folders, dependencies);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }
}
