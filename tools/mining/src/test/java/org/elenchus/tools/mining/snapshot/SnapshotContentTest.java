package org.elenchus.tools.mining.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.mining.snapshot.SnapshotContent.Dependency;
import org.junit.jupiter.api.Test;

class SnapshotContentTest {
    private static final Digest ONE = Digest.of("one");
    private static final Digest TWO = Digest.of("two");

    private static SnapshotContent content(String path, Digest file, List<Dependency> dependencies, int release) {
        TreeMap<String, Digest> files = new TreeMap<>();
        files.put(path, file);
        return new SnapshotContent(files, dependencies, release);
    }

    @Test
    void every_part_counts() {
        List<Dependency> none = List.of();
        List<Dependency> one = List.of(new Dependency("g:a:jar:1", "000-a.jar", ONE));
        List<Dependency> other = List.of(new Dependency("g:a:jar:1", "000-a.jar", TWO));
        assertThat(List.of(
                        content("src/main/java/A.java", ONE, none, 8).digest(),
                        content("src/main/java/A.java", TWO, none, 8).digest(),
                        content("src/test/java/A.java", ONE, none, 8).digest(),
                        content("src/main/java/A.java", ONE, none, 11).digest(),
                        content("src/main/java/A.java", ONE, one, 8).digest(),
                        content("src/main/java/A.java", ONE, other, 8).digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void survives_being_written_and_read() {
        SnapshotContent content =
                content("src/main/java/A.java", ONE, List.of(new Dependency("g:a:jar:1", "000-a.jar", TWO)), 8);
        assertThat(ProtocolJson.read(ProtocolJson.write(content), SnapshotContent.class))
                .isEqualTo(content);
    }

    @Test
    void is_named_the_same_for_ever() {
        assertThat(content("src/main/java/A.java", ONE, List.of(), 8).digest().hex())
                .isEqualTo("d4e2a391e3bea761dea9ec27c3558b5cf97e382590b88e722844fbbc46741d4d");
    }

    @Property(tries = 200)
    void boundaries_between_parts_count(
            @ForAll @AlphaChars @StringLength(min = 2, max = 12) String path,
            @ForAll @IntRange(min = 8, max = 25) int release) {
        SnapshotContent whole = content(path, ONE, List.of(), release);
        SnapshotContent cut = content(path.substring(0, path.length() - 1), ONE, List.of(), release);
        assertThat(whole.digest()).isNotEqualTo(cut.digest());
        assertThat(whole.digest())
                .isEqualTo(content(path, ONE, List.of(), release).digest());
    }
}
