package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;

class CanonicalDigestTest {
    private static final String RUN = "run-0123456789ab";

    @Property(tries = 50)
    void does_not_depend_on_the_order_of_writing(@ForAll Random random) {
        List<JournalEntry> entries = entries();
        CanonicalDigest before = CanonicalDigest.of(entries, RUN);
        java.util.Collections.shuffle(entries, random);

        assertThat(CanonicalDigest.of(entries, RUN)).isEqualTo(before);
        assertThat(before.events()).isEqualTo(20);
    }

    @Property(tries = 1)
    void depends_on_every_event() {
        List<JournalEntry> entries = entries();
        CanonicalDigest whole = CanonicalDigest.of(entries, RUN);
        for (int i = 0; i < entries.size(); i++) {
            List<JournalEntry> fewer = new ArrayList<>(entries);
            fewer.remove(i);
            assertThat(CanonicalDigest.of(fewer, RUN).digest()).isNotEqualTo(whole.digest());
        }
    }

    @Property(tries = 1)
    void leaves_out_other_runs() {
        List<JournalEntry> entries = entries();
        CanonicalDigest before = CanonicalDigest.of(entries, RUN);
        entries.add(new JournalEntry(
                99, "EvolutionRun|run-ffffffffffff", 1, new EvolutionRunProtocol.RunFailed("another run")));

        assertThat(CanonicalDigest.of(entries, RUN)).isEqualTo(before);
    }

    private static List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            entries.add(new JournalEntry(
                    i,
                    (i % 2 == 0 ? "EvolutionRun|" : "Solver|") + RUN,
                    1 + i / 2,
                    new EvolutionRunProtocol.PhaseEntered(Phase.SCORING, i, 0)));
        }
        return entries;
    }
}
