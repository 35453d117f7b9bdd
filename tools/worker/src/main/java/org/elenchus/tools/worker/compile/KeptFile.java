package org.elenchus.tools.worker.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** A class file of the platform, a dependency or the snapshot: read once, its name worked out once. */
final class KeptFile extends ForwardingJavaFileObject<JavaFileObject> {
    private final String binaryName;
    private final Consumer<IOException> unreadable;
    private byte @Nullable [] bytes;

    /** @param unreadable hears why the file cannot be read, each time it is tried */
    KeptFile(JavaFileObject file, String binaryName, Consumer<IOException> unreadable) {
        super(file);
        this.binaryName = binaryName;
        this.unreadable = unreadable;
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
            } catch (IOException e) {
                unreadable.accept(e);
                throw e;
            }
            bytes = kept;
        }
        return new ByteArrayInputStream(kept);
    }
}
