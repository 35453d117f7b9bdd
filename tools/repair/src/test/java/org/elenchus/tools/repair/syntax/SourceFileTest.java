package org.elenchus.tools.repair.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elenchus.tools.repair.Samples;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Purpose;
import org.junit.jupiter.api.Test;

class SourceFileTest {
    private static Place place(SourceFile file, String startsWith) {
        return file.places().stream()
                .filter(p -> file.textOf(p.node()).startsWith(startsWith))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void places_lie_in_bodies_only_and_are_numbered_in_order() {
        SourceFile file = Samples.parsed("class A { static final int N = 3; int f = 1;\n"
                + "@SuppressWarnings(\"x\") int m(int a) { return a + N; } }");
        assertThat(file.places()).hasSize(1);
        assertThat(file.places().getFirst().context()).isEqualTo(Context.RETURN);
        assertThat(Samples.parsed(Samples.text("Ledger")).places())
                .extracting(Place::index)
                .isSorted();
    }

    @Test
    void offsets_hold_with_every_kind_of_line_end_and_with_tabs() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            SourceFile file = Samples.parsed(String.join(
                    end, "class A {", "\tint m(int a) {", "\t\tint b = a;", "\t\treturn b + 1;", "\t}", "}"));
            assertThat(file.textOf(place(file, "return").node())).isEqualTo("return b + 1;");
        }
    }

    @Test
    void an_inner_declaration_hides_an_outer_one_and_static_code_sees_no_instance_fields() {
        SourceFile file = Samples.parsed("class A { int x; static int y; String s;\n"
                + "static int m(String s) { for (int i = 0; i < 3; i++) { use(i); } int late = 1; return y; }\n"
                + "static void use(int i) { } }");
        Scope scope = file.scope(place(file, "use(i)"));
        assertThat(scope.find("i")).get().extracting(Variable::kind).isEqualTo(Variable.Kind.LOCAL);
        assertThat(scope.find("s")).get().extracting(Variable::kind).isEqualTo(Variable.Kind.PARAMETER);
        assertThat(scope.find("y")).isPresent();
        assertThat(scope.find("x")).isEmpty();
        assertThat(scope.find("late")).isEmpty();
    }

    @Test
    void statements_inside_lambdas_and_anonymous_classes_are_places_of_their_own() {
        SourceFile file = Samples.parsed("class A { Runnable m(int a) {\n"
                + "Runnable r = () -> { if (a == 1) { return; } go(); };\n"
                + "return new Runnable() { public void run() { go(); } }; }\n"
                + "void go() { } }");
        assertThat(file.places().stream().filter(p -> file.textOf(p.node()).equals("go();")))
                .hasSize(2);
        Place declaration = place(file, "Runnable r");
        assertThat(EditCatalogue.edits(file, declaration, Purpose.MEND))
                .noneMatch(e -> e.removed().contains("=="));
    }

    @Test
    void a_text_that_is_not_java_is_no_source_file() {
        assertThat(SourceFile.parse("class {")).isEmpty();
        assertThat(new SourceFiles(2).parsed("class {")).isEmpty();
    }

    @Test
    void the_same_text_is_parsed_once_while_it_is_remembered() {
        SourceFiles files = new SourceFiles(1);
        SourceFile first = files.parsed("class A { }").orElseThrow();
        assertThat(files.parsed("class A { }")).containsSame(first);
        files.parsed("class B { }");
        assertThat(files.parsed("class A { }").orElseThrow()).isNotSameAs(first);
    }
}
