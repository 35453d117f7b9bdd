package org.elenchus.tools.mining.history.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Repositories;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.tools.mining.Jar;
import org.elenchus.tools.mining.MinedRepositories;
import org.elenchus.tools.mining.PreparationLimits;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.OlderSources;
import org.elenchus.tools.mining.history.PreviousRelease;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.Releases;
import org.elenchus.tools.mining.maven.MavenLibraries;
import org.elenchus.tools.mining.maven.TestRepository;
import org.elenchus.tools.sandbox.WorkerSandboxes;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.process.ProcessHosts;

/** A library in two releases, published in a folder, and everything it takes to search it for real. */
public final class TwoReleases implements AutoCloseable {
    public static final Library LIB = Library.parse("org.t:lib");
    public static final ReleasePair PAIR = new ReleasePair(LIB, "1", "2");

    /** The newer release: what is different in the older one is told by its test. */
    private static final String NEWER = """
            package org.x;

            import java.util.ArrayList;
            import java.util.List;

            /** Baskets. */
            public class Basket {
                private final List<String> names = new ArrayList<>();

                public Basket add(String name) {
                    if (name == null) {
                        throw new IllegalArgumentException("name");
                    }
                    names.add(name);
                    return this;
                }

                public int size() {
                    return names.size();
                }

                public String first() {
                    return names.isEmpty() ? "" : names.get(0);
                }

                public String last() {
                    return names.isEmpty() ? "" : names.get(names.size() - 1);
                }
            }
            """;

    /** No guard in add; last() is not there; size() only looks different. */
    private static final String OLDER = NEWER.replace("Baskets", "A basket")
            .replace(
                    "        if (name == null) {\n            throw new IllegalArgumentException(\"name\");\n        }\n",
                    "")
            .replace("return names.size();", "final int size = names.size();\n        return size;")
            .replace(
                    "    public String last() {\n        return names.isEmpty() ? \"\" : names.get(names.size() - 1);\n    }\n",
                    "")
            .replace("names.isEmpty() ? \"\" : names.get(0)", "names.size() < 1 ? \"\" : names.get(0)");

    private static final String TEST = """
            package org.x;

            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;

            class BasketTest {
                @Test
                void no_name_is_refused() {
                    Basket basket = new Basket().add("a");
                    assertThrows(IllegalArgumentException.class, () -> basket.add(null));
                }

                @Test
                void counts() {
                    assertEquals(2, new Basket().add("a").add("b").size());
                    assertEquals("a", new Basket().add("a").add("b").first());
                }

                @Test
                void knows_its_last() {
                    assertEquals("b", new Basket().add("a").add("b").last());
                }
            }
            """;

    private final TestRepository remote;
    private final Path prepared;
    private final MavenLibraries libraries;
    private final WorkerSandboxes sandboxes;
    private final Artifacts artifacts = new Kept();

    public TwoReleases(Path folder) throws Exception {
        this.remote = new TestRepository(folder);
        publish("1", OLDER);
        publish("2", NEWER);
        this.prepared = Files.createDirectories(folder.resolve("repositories"));
        this.libraries = remote.libraries(false);
        SandboxSettings settings = SandboxSettings.inside(prepared);
        this.sandboxes = new WorkerSandboxes(ProcessHosts.strongest(settings), settings, new Memo());
    }

    public void publish(String version, String source) throws Exception {
        publish(version, source, TEST);
    }

    public void publish(String version, String source, String test) throws Exception {
        remote.pom("lib", version, "<properties><maven.compiler.release>17</maven.compiler.release></properties>")
                .jar("lib", version, "sources", new Jar().with("org/x/Basket.java", source))
                .jar("lib", version, "test-sources", new Jar().with("org/x/BasketTest.java", test));
    }

    public WorkerSandboxes sandboxes() {
        return sandboxes;
    }

    public Artifacts artifacts() {
        return artifacts;
    }

    public OlderSources older() {
        return new OlderSources(libraries, PreparationLimits.DEFAULT.intake());
    }

    /** What a run asks for the release before. */
    public PreviousRelease previous() throws Exception {
        remote.metadata("lib", "2", "1");
        return new PreviousRelease(new Releases(libraries), older());
    }

    public Repositories repositories() {
        return new MinedRepositories(prepared, libraries, PreparationLimits.DEFAULT, (c, stage, done, total) -> {});
    }

    PairSearch search() {
        return new PairSearch(
                this::repositories,
                older(),
                new WholeOlder(prepared, libraries, PreparationLimits.DEFAULT.intake()),
                artifacts);
    }

    @Override
    public void close() {
        sandboxes.close();
        libraries.close();
    }

    private static final class Kept implements Artifacts {
        private final Map<Digest, byte[]> values = new ConcurrentHashMap<>();

        @Override
        public Digest put(Object value) {
            byte[] json = ProtocolJson.write(value);
            values.put(Digest.of(json), json);
            return Digest.of(json);
        }

        @Override
        public <T> T get(Digest digest, Class<T> type) {
            return ProtocolJson.read(values.getOrDefault(digest, new byte[0]), type);
        }
    }

    private static final class Memo implements OutcomeMemo {
        private final Map<Digest, Execution> known = new ConcurrentHashMap<>();

        @Override
        public Optional<Execution> recall(Digest request) {
            return Optional.ofNullable(known.get(request));
        }

        @Override
        public void remember(Digest request, Execution outcome) {
            known.put(request, outcome);
        }
    }
}
