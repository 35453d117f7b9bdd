package org.elenchus.tools.mining.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Evil.java",
                "a/../../Evil.java",
                "/etc/passwd",
                "C:/Evil.java",
                "a\\..\\Evil.java",
                "a//Evil.java",
                "./Evil.java",
                "a/..",
                "..",
                "a\u0000b.java",
                "line\nbreak.txt",
                ""
            })
    void refuses_a_name_that_is_not_a_plain_relative_path(String name) {
        assertThatThrownBy(() -> Placement.of(name)).isInstanceOf(RefusedSource.class);
    }

    @Test
    void tells_sources_from_resources() throws Exception {
        assertThat(Placement.of("org/x/A.java")).isEqualTo(new Placement.Source("org/x/A.java"));
        assertThat(Placement.of("org/x/package-info.java")).isEqualTo(new Placement.Source("org/x/package-info.java"));
        assertThat(Placement.of("org/x/a..b.properties")).isEqualTo(new Placement.Resource("org/x/a..b.properties"));
        assertThat(Placement.of("META-INF/services/org.x.Spi"))
                .isEqualTo(new Placement.Resource("META-INF/services/org.x.Spi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module-info.java",
                "META-INF/MANIFEST.MF",
                "META-INF/X.SF",
                "META-INF/x.rsa",
                "META-INF/versions/9/org/x/A.java",
                "META-INF/maven/g/a/pom.xml",
                "META-INF/services/org.junit.jupiter.api.extension.Extension",
                "META-INF/services/javax.annotation.processing.Processor",
                "junit-platform.properties",
                "org/x/A.class",
                "org/x/"
            })
    void skips_what_would_steer_the_compiler_or_the_test_framework(String name) throws Exception {
        assertThat(Placement.of(name)).isEqualTo(new Placement.Skipped());
    }
}
