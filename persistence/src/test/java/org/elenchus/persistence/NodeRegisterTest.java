package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.elenchus.protocol.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeRegisterTest {
    private static final String FIRST = "127.0.0.1:7355";
    private static final String SECOND = "127.0.0.1:7356";

    private PostgresDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = PostgresDatabase.at(
                PostgresServer.url(PostgresServer.fresh()), new Credentials("postgres", ""), remark -> {});
        database.initialise();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_first_begins_and_the_next_finds_it() throws Exception {
        NodeRegister first = database.nodes();
        NodeRegister second = database.nodes();
        assertThat(first.others(FIRST)).isEmpty();
        assertThat(first.begin(FIRST)).isTrue();
        assertThat(second.others(SECOND)).containsExactly(FIRST);
        assertThat(second.begin(SECOND)).isFalse();
        second.seen(SECOND);
        assertThat(first.others(FIRST)).containsExactly(SECOND);
    }

    @Test
    void a_node_that_comes_back_does_not_begin_beside_the_others() throws Exception {
        NodeRegister first = database.nodes();
        first.begin(FIRST);
        database.nodes().seen(SECOND);
        NodeRegister again = database.nodes();
        assertThat(again.begin(FIRST)).isFalse();
        assertThat(again.others(FIRST)).containsExactly(SECOND);
    }

    @Test
    void when_all_have_left_anyone_begins() throws Exception {
        NodeRegister first = database.nodes();
        first.begin(FIRST);
        first.left(FIRST);
        assertThat(database.nodes().begin(SECOND)).isTrue();
    }

    @Test
    void a_silent_node_is_listened_for_before_another_begins() throws Exception {
        NodeRegister silent = database.nodes(1);
        silent.begin(FIRST);
        NodeRegister other = database.nodes(1);
        Awaitility.await().until(() -> other.others(SECOND).isEmpty());
        assertThat(other.begin(SECOND)).isFalse();
        silent.seen(FIRST);
        assertThat(other.others(SECOND)).containsExactly(FIRST);
        assertThat(other.begin(SECOND)).isFalse();
        Awaitility.await().until(() -> other.begin(SECOND));
        assertThat(other.others(SECOND)).isEmpty();
    }

    @Test
    void of_many_that_start_at_once_one_begins() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String address = "127.0.0.1:" + (7400 + i);
            claims.add(CompletableFuture.supplyAsync(() -> {
                try {
                    go.await();
                    return database.nodes().begin(address);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        go.countDown();
        assertThat(claims.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void what_a_node_leaves_under_a_name_stays() {
        Blobs packs = database.packs().orElseThrow();
        Digest name = Digest.of("a snapshot");
        assertThat(packs.get(name)).isEmpty();
        assertThat(packs.put(name, new byte[] {1, 2})).isTrue();
        assertThat(packs.put(name, new byte[] {3})).isFalse();
        assertThat(packs.get(name)).hasValueSatisfying(left -> assertThat(left).containsExactly(1, 2));
    }
}
