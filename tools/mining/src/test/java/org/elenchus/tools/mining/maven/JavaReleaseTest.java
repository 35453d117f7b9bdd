package org.elenchus.tools.mining.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "maven.compiler.release, 11, 11",
        "maven.compiler.source, 1.8, 8",
        "maven.compiler.source, 1.6, 8",
        "maven.compiler.target, 17, 17",
        "maven.compiler.source, ${java.version}, 8",
        "something.else, 21, 8"
    })
    void reads_the_properties(String name, String value, int release) {
        Model model = new Model();
        model.addProperty(name, value);
        assertThat(JavaRelease.of(model)).isEqualTo(release);
    }

    @Test
    void the_release_wins_over_the_source_and_the_plugin_over_the_property() {
        Model model = new Model();
        model.addProperty("maven.compiler.source", "8");
        model.addProperty("maven.compiler.release", "11");
        assertThat(JavaRelease.of(model)).isEqualTo(11);
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-compiler-plugin");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom release = new Xpp3Dom("release");
        release.setValue("17");
        configuration.addChild(release);
        plugin.setConfiguration(configuration);
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        assertThat(JavaRelease.of(model)).isEqualTo(17);
    }
}
