package org.elenchus.tools.cli.bench.peer;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The platform's compiler in this JVM, its file manager kept from file to file, its output in memory. */
final class BareCompiler {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files;
    private final List<String> options;

    BareCompiler(List<String> classPath, int release) throws IOException {
        this.files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        files.setLocation(
                StandardLocation.CLASS_PATH, classPath.stream().map(File::new).toList());
        String level = Integer.toString(release);
        // Not --release: that reads the platform's symbols anew for every file.
        this.options = List.of(
                "-source", level, "-target", level, "-g", "-nowarn", "-proc:none", "-implicit:none", "-Xlint:none");
    }

    /** Class files by binary name; empty when it does not compile. */
    Optional<Map<String, byte[]>> compile(String path, String text) {
        Map<String, ByteArrayOutputStream> written = new HashMap<>();
        JavaFileManager memory = new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + name.replace('.', '/') + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return written.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        JavaFileObject source = new SimpleJavaFileObject(URI.create("mem:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        boolean done = compiler.getTask(Writer.nullWriter(), memory, d -> {}, options, null, List.of(source))
                .call();
        Map<String, byte[]> classes = new HashMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return done ? Optional.of(classes) : Optional.empty();
    }
}
