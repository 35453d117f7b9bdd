package org.elenchus.tools.worker.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file that the compiler writes into memory. */
final class ClassBytes extends SimpleJavaFileObject {
    private final String className;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    ClassBytes(String className) {
        super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        this.className = className;
    }

    ClassBytes(String className, byte[] content) {
        this(className);
        bytes.writeBytes(content);
    }

    boolean isIn(String packageName) {
        return packageName.equals(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
    }

    String className() {
        return className;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public OutputStream openOutputStream() {
        bytes.reset();
        return bytes;
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes());
    }
}
