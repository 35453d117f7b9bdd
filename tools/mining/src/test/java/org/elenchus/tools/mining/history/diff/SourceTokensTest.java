package org.elenchus.tools.mining.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTokensTest {
    @Test
    void comments_and_white_space_say_nothing() {
        assertThat(SourceTokens.same("class A { int n = 1; }", "// one\nclass A {\n  int n\n    = 1;\n}\n"))
                .isTrue();
    }

    @Test
    void every_other_letter_does() {
        assertThat(SourceTokens.same("class A { int n = 1; }", "class A { int n = 2; }"))
                .isFalse();
        assertThat(SourceTokens.same("class A { String s = \"a b\"; }", "class A { String s = \"a  b\"; }"))
                .isFalse();
    }

    @Test
    void what_is_not_java_is_compared_letter_by_letter() {
        assertThat(SourceTokens.same("class {", "class {")).isTrue();
        assertThat(SourceTokens.same("class {", "class  {")).isFalse();
    }
}
