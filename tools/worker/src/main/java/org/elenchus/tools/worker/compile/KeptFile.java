package org.elenchus.tools.worker.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** A class file of the platform, a dependency or the snapshot: read once, its name worked out once. */
final class KeptFile extends ForwardingJavaFileObject<JavaFileObject> {
    private final String binaryName;
    private byte @Nullable [] bytes;

    KeptFile(JavaFileObject file, String binaryName) {
        super(file);
        this.binaryName = binaryName;
    }

    String binaryName() {
        return binaryName;
    }

    JavaFileObject original() {
        return fileObject;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        byte[] kept = bytes;
        if (kept == null) {
            try (InputStream in = fileObject.openInputStream()) {
                kept = in.readAllBytes();
            }
            bytes = kept;
        }
        return new ByteArrayInputStream(kept);
    }
}
