package org.elenchus.tools.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedPipeTest {
    @Test
    void what_goes_in_comes_out_in_order_however_small_the_pipe() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        BoundedPipe pipe = new BoundedPipe(37);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try (var in = pipe.in()) {
                in.write(bytes);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(pipe.out().readAllBytes()).isEqualTo(bytes);
        writer.get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_writer_waits_for_room_and_fails_when_nobody_reads_any_more() throws Exception {
        BoundedPipe pipe = new BoundedPipe(4);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            assertThatThrownBy(() -> pipe.in().write(new byte[10])).isInstanceOf(IOException.class);
        });
        Thread.sleep(50);
        assertThat(writer).isNotDone();
        pipe.out().close();
        writer.get(5, TimeUnit.SECONDS);
    }

    @Test
    void an_ended_pipe_gives_what_is_in_it_and_then_its_end() throws Exception {
        BoundedPipe pipe = new BoundedPipe(8);
        pipe.in().write(5);
        pipe.end();
        assertThat(pipe.out().read()).isEqualTo(5);
        assertThat(pipe.out().read()).isEqualTo(-1);
    }
}
