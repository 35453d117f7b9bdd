package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** An annotation processor that makes a file as soon as a compiler loads it, in a jar that compilers look for processors in. */
final class HostileProcessor {
    private HostileProcessor() {}

    /** The jar. @param work a folder of its own */
    static Path touching(Path sentinel, Path work) throws IOException {
        Path source = Files.writeString(
                work.resolve("Evil.java"),
                "@javax.annotation.processing.SupportedAnnotationTypes(\"*\")"
                        + " public class Evil extends javax.annotation.processing.AbstractProcessor { public"
                        + " javax.lang.model.SourceVersion getSupportedSourceVersion() { return javax.lang.model.SourceVersion.latest(); }"
                        + " static { try {"
                        + " java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + sentinel
                        + "\")); } catch (java.io.IOException e) { } } public boolean process("
                        + "java.util.Set<? extends javax.lang.model.element.TypeElement> annotations,"
                        + " javax.annotation.processing.RoundEnvironment round) { return false; } }");
        compile("-proc:none", "-d", work.toString(), source.toString());
        Path jar = work.resolve("processor.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/javax.annotation.processing.Processor"));
            out.write("Evil\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("Evil.class"));
            Files.copy(work.resolve("Evil.class"), out);
        }
        return jar;
    }

    /** Compiles something as a compiler does that was told nothing about processors. */
    static void compileWith(Path jar, Path work) throws IOException {
        Path source = Files.writeString(work.resolve("Innocent.java"), "class Innocent {}");
        compile("-proc:full", "-cp", jar.toString(), "-d", work.toString(), source.toString());
    }

    private static void compile(String... arguments) {
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .isZero();
    }
}
