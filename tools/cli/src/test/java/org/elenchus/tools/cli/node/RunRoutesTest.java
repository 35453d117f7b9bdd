package org.elenchus.tools.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.elenchus.persistence.DataFolderFault;
import org.elenchus.persistence.DatabaseFault;
import org.junit.jupiter.api.Test;

class RunRoutesTest {
    private static String body(HttpResponse response) {
        return ((HttpEntity.Strict) response.entity()).getData().utf8String();
    }

    @Test
    void a_journal_that_is_away_for_a_moment_may_be_asked_again() {
        HttpResponse response = RunRoutes.unreadable(
                new DatabaseFault(DatabaseFault.Kind.UNREACHABLE, "nobody answers at db; start PostgreSQL there"));

        assertThat(response.status().intValue()).isEqualTo(503);
        assertThat(body(response)).isEqualTo("nobody answers at db; start PostgreSQL there");
    }

    @Test
    void a_journal_that_cannot_be_read_as_it_is_says_so_and_need_not_be_asked_again() {
        HttpResponse newer = RunRoutes.unreadable(
                new DatabaseFault(DatabaseFault.Kind.NEWER, "written by a newer version of elenchus: upgrade"));
        HttpResponse damaged = RunRoutes.unreadable(
                new DataFolderFault(DataFolderFault.Kind.DAMAGED, "the journal cannot be opened; restore it"));

        assertThat(newer.status().intValue()).isEqualTo(500);
        assertThat(body(newer)).isEqualTo("written by a newer version of elenchus: upgrade");
        assertThat(damaged.status().intValue()).isEqualTo(500);
        assertThat(body(damaged)).isEqualTo("the journal cannot be opened; restore it");
    }
}
