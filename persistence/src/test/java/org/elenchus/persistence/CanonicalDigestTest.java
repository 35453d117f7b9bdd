package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
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
                99, "EvolutionRun|run-ffffffffffff", 1, new EvolutionRunProtocol.PhaseEntered(Phase.SCORING, 1, 0)));

        assertThat(CanonicalDigest.of(entries, RUN)).isEqualTo(before);
    }

    @Property(tries = 1)
    void leaves_out_that_the_run_failed_and_was_resumed() {
        List<JournalEntry> entries = entries();
        CanonicalDigest before = CanonicalDigest.of(entries, RUN);
        RepositoryCoordinate library = new RepositoryCoordinate("dir:lib");
        String repository = "Repository|" + RUN + "|lib";
        entries.add(new JournalEntry(90, repository, 1, new RepositoryProtocol.PreparationRefused(library, "offline")));
        entries.add(new JournalEntry(91, "EvolutionRun|" + RUN, 90, new EvolutionRunProtocol.RunFailed("offline")));
        entries.add(new JournalEntry(
                92, "EvolutionRun|" + RUN, 91, new EvolutionRunProtocol.RunResumed(Phase.PREPARING, 0, 0)));
        entries.add(new JournalEntry(93, repository, 2, new RepositoryProtocol.PreparationRetried(library)));

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
