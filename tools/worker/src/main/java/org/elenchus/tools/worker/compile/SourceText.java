package org.elenchus.tools.worker.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file held in memory. */
final class SourceText extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    /** @param path relative to the source root */
    SourceText(String path, String text) {
        super(URI.create("overlay:///" + path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public String toString() {
        return path;
    }
}
