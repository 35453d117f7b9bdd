package org.elenchus.tools.worker.bytecode;

import java.io.IOException;
import java.io.InputStream;

/** Defines classes anew, so that the JVM verifies them. */
final class Fresh extends ClassLoader {
    Fresh() {
        super(Fresh.class.getClassLoader());
    }

    Class<?> define(byte[] bytes) {
        return defineClass(null, bytes, 0, bytes.length);
    }

    /** The class again, instrumented as a test's. */
    static Class<?> instrumented(Class<?> type) throws IOException {
        return new Fresh().define(Instrumenter.test(bytes(type)));
    }

    static byte[] bytes(Class<?> type) throws IOException {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
