package org.elenchus.tools.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.junit.jupiter.api.Test;

class AppraisalTest {
    private static final SandboxSettings SETTINGS = SandboxSettings.inside(Path.of("repositories"));

    private static Map<String, String> perfect() {
        Map<String, String> found = new TreeMap<>();
        for (String space : new String[] {"net", "pid", "mnt", "ipc"}) {
            found.put(space, space + ":[1]");
        }
        found.put("interfaces", "lo");
        found.put("capabilities", "0000000000000000");
        found.put("bounding", "0000000000000000");
        found.put("sealed", "1");
        found.put("uid", "1900000001");
        found.put("sentinel", "hidden");
        found.put("snapshots", "protected");
        found.put("folder", "writable");
        found.put("disk", Long.toString(SETTINGS.quota().diskBytes() >> 10));
        found.put("core", "0");
        found.put("filesize", Long.toString(SETTINGS.quota().diskBytes()));
        found.put("processes", Integer.toString(SETTINGS.quota().processes()));
        found.put("openfiles", Integer.toString(SETTINGS.quota().openFiles()));
        found.put("data", Long.toString(SETTINGS.dataBytes()));
        found.put("environment", "HOME LANG PATH PWD");
        found.put("java", "0");
        return found;
    }

    private static Enforcement enforcement(Map<String, String> found, boolean gone) {
        return new Appraisal(new Facts(found, gone, ""), SETTINGS).enforcement("x", "");
    }

    @Test
    void what_was_seen_is_enforced() {
        Enforcement enforcement = enforcement(perfect(), true);
        for (Bound bound : Bound.values()) {
            assertThat(enforcement.holds(bound))
                    .as(bound.words())
                    .isEqualTo(bound != Bound.KERNEL && bound != Bound.PROCESSOR);
        }
    }

    @Test
    void every_fact_that_is_missing_costs_a_bound() {
        int whole = enforcement(perfect(), true).enforced().size();
        for (String fact : perfect().keySet()) {
            Map<String, String> less = perfect();
            less.remove(fact);
            if (!fact.matches("ipc|uid|folder|java|mnt")) {
                assertThat(enforcement(less, true).enforced().size()).as(fact).isLessThan(whole);
            }
        }
        assertThat(enforcement(perfect(), false).holds(Bound.SURVIVORS)).isFalse();
    }

    @Test
    void a_process_that_could_not_be_started_enforces_nothing() {
        Facts nothing = new Facts(Map.of(), false, "unshare: not permitted");
        assertThat(new Appraisal(nothing, SETTINGS).obstacle()).contains("unshare: not permitted");
        assertThat(new Appraisal(nothing, SETTINGS).enforcement("x", "").enforced())
                .isEmpty();
    }

    @Test
    void a_shared_namespace_is_no_confinement() {
        Map<String, String> found = perfect();
        found.put("sentinel", "seen");
        assertThat(new Appraisal(new Facts(found, true, ""), SETTINGS).isConfined())
                .isFalse();
    }

    @Test
    void kernels_are_compared_by_number() {
        assertThat(Limits.kernelAtLeast("6.1.0-9-amd64", 5, 14)).isTrue();
        assertThat(Limits.kernelAtLeast("5.14.0", 5, 14)).isTrue();
        assertThat(Limits.kernelAtLeast("5.4.0-150-generic", 5, 14)).isFalse();
        assertThat(Limits.kernelAtLeast("unknown", 5, 14)).isFalse();
    }
}
