package org.elenchus.tools.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCompilerTest {
    private static final String USES = "package p; class User { Other other; }";

    @TempDir
    Path classes;

    private Path other;

    @BeforeEach
    void compileOther() throws Exception {
        Path source = Files.writeString(classes.resolve("Other.java"), "package p; class Other {}");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
        other = classes.resolve("p/Other.class");
    }

    private static Compilation compile(EditCompiler compiler, String text) {
        return compiler.compile(new TreeMap<>(Map.of("p/User.java", text)), Set.of(), Map.of());
    }

    @Test
    void what_does_not_compile_is_refused_with_its_place() throws Exception {
        try (EditCompiler compiler = new EditCompiler(List.of(classes), 17)) {
            assertThat(compile(compiler, USES)).isInstanceOf(Compilation.Compiled.class);
            assertThat(compile(compiler, "package p; class User { Missing other; }"))
                    .isInstanceOfSatisfying(
                            Compilation.Refused.class,
                            refused -> assertThat(refused.places())
                                    .containsExactly(new Compilation.Place("p/User.java", 24)));
        }
    }

    @Test
    void a_class_file_that_cannot_be_read_is_no_fault_of_the_edit() throws Exception {
        try (EditCompiler compiler = new EditCompiler(List.of(classes), 17)) {
            assertThat(compile(compiler, "package p; class User {}")).isInstanceOf(Compilation.Compiled.class);
            Files.delete(other);
            assertThatThrownBy(() -> compile(compiler, USES))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseInstanceOf(NoSuchFileException.class);
        }
    }

    /** What an interrupt does to a compiler: its archive of platform signatures stays closed. */
    @Test
    void a_compiler_that_was_interrupted_while_it_read_compiles_nothing_by_mistake() throws Exception {
        try (EditCompiler compiler = new EditCompiler(List.of(classes), 11)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> compile(compiler, USES)).isInstanceOf(UncheckedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(() -> compile(compiler, USES)).isInstanceOf(UncheckedIOException.class);
        }
    }
}
