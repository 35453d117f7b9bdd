package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fresh classes for one request: the snapshot's main and test classes, with a candidate's in the place of those it replaces. */
public final class CandidateLoader extends ClassLoader {
    private final ClassSource classes;
    private final ResourceLoader resources;
    private final ProtectionDomain domain;

    /** Defining a class may ask for its supertypes: only the outermost definition is timed. Guarded by the class loading lock. */
    private int nesting;

    /** Guarded by the same lock. */
    private long loadNanos;

    /** Instrumented class files by binary name. */
    interface ClassSource {
        byte @Nullable [] find(String className);
    }

    CandidateLoader(ClassSource classes, ResourceLoader resources, URL location) {
        super("candidate", resources.getParent());
        this.classes = classes;
        this.resources = resources;
        this.domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null, this, null);
    }

    /** Own classes first, as on a class path where the library comes before its dependencies. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Class<?> own = FrameworkLoader.owns(name) ? null : own(name);
            return own == null ? super.loadClass(name, resolve) : own;
        }
    }

    private @Nullable Class<?> own(String name) {
        long start = System.nanoTime();
        nesting++;
        try {
            byte[] bytes = classes.find(name);
            return bytes == null ? null : defineClass(name, bytes, 0, bytes.length, domain);
        } finally {
            if (--nesting == 0) {
                loadNanos += System.nanoTime() - start;
            }
        }
    }

    /** Wall time spent so far on finding, instrumenting and defining own classes. */
    public long loadNanos() {
        synchronized (getClassLoadingLock("")) {
            return loadNanos;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = resources.findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(resources.findResources(name)));
        found.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(found);
    }
}
