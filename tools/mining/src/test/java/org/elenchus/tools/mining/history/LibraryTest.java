package org.elenchus.tools.mining.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    @Test
    void a_library_with_a_version_is_a_repository() {
        assertThat(Library.parse("org.x:lib").at("1.2").value()).isEqualTo("maven:org.x:lib:1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lib", "org.x:lib:1", "maven:org.x:lib:1", "org x:lib"})
    void what_does_not_name_a_library_says_how_to(String text) {
        assertThatThrownBy(() -> Library.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use GROUP:ARTIFACT");
    }

    @Test
    void known_libraries_are_named_once() {
        assertThat(KnownLibraries.all()).doesNotHaveDuplicates().hasSizeGreaterThan(12);
    }
}
