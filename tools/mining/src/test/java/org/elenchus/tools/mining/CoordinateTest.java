package org.elenchus.tools.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTest {
    @ParameterizedTest
    @CsvSource({
        "git:../shop, ../shop, HEAD, shop, ../shop",
        "git:/a/shop/@v1.2, /a/shop/, v1.2, shop, /a/shop",
        "git:/a@b/shop@HEAD~1, /a@b/shop, HEAD~1, shop, /a@b/shop",
        "git:shop@feature/x, shop, feature/x, shop, shop"
    })
    void a_git_coordinate_has_a_path_and_a_revision_and_is_one_library_whatever_its_revision(
            String text, String path, String revision, String shortName, String library) {
        RepositoryCoordinate coordinate = new RepositoryCoordinate(text);

        assertThat(coordinate.path()).isEqualTo(path);
        assertThat(coordinate.revision()).isEqualTo(revision);
        assertThat(coordinate.shortName()).isEqualTo(shortName);
        assertThat(coordinate.library()).isEqualTo(library);
    }

    @ParameterizedTest
    @CsvSource({
        "git:../shop@v1:core, v1, core, core",
        "git:../shop@HEAD~1:tools/core, HEAD~1, tools/core, core",
        "git:../shop@:core, HEAD, core, core",
        "git:../shop@v1, v1, '', shop",
        "git:../a:b, HEAD, '', a:b"
    })
    void a_git_coordinate_may_name_one_module_after_its_revision(
            String text, String revision, String module, String shortName) {
        RepositoryCoordinate coordinate = new RepositoryCoordinate(text);

        assertThat(coordinate.revision()).isEqualTo(revision);
        assertThat(coordinate.module()).isEqualTo(module);
        assertThat(coordinate.shortName()).isEqualTo(shortName);
        assertThat(coordinate.library()).isEqualTo(coordinate.path());
    }

    @ParameterizedTest
    @CsvSource({"dir:/a/b@c, /a/b@c, b@c", "dir:x/, x/, x", "dir:., ., ."})
    void a_folder_may_have_any_name(String text, String path, String shortName) {
        assertThat(new RepositoryCoordinate(text).path()).isEqualTo(path);
        assertThat(new RepositoryCoordinate(text).shortName()).isEqualTo(shortName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir:/a/shop", "dir:/a/./shop/", "dir:/a/b/../shop", "git:/a/shop@v1:core"})
    void a_folder_is_one_library_however_its_path_is_spelt(String text) {
        assertThat(new RepositoryCoordinate(text).library()).isEqualTo("/a/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"git:", "git:@v1", "git: x", "svn:x", "dir:"})
    void anything_else_names_no_repository(String text) {
        assertThatThrownBy(() -> new RepositoryCoordinate(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
