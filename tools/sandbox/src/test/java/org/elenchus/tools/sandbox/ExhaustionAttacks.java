package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.elenchus.tools.sandbox.host.Bound;
import org.junit.jupiter.api.Test;

/** Attacks on what the machine has: processes, memory, disk, time. */
interface ExhaustionAttacks {
    AttackedSandbox victim();

    @Test
    default void row_13_a_fork_bomb_ends_at_the_limit() throws Exception {
        int many = AttackedSandbox.QUOTA.processes() + 60;
        String threads = bomb(
                many,
                // A sleep would be cut short: on a busy machine the first would be gone before the last is there.
                "Thread t = new Thread(() -> java.util.concurrent.locks.LockSupport.parkNanos(30_000_000_000L));"
                        + " t.setDaemon(true); t.start();");
        String processes = bomb(many, "launch(\"/bin/sleep\", \"30\");");
        long start = System.nanoTime();
        new ProcessBuilder("true").start().waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (victim().claimed(
                        Bound.PROCESSES,
                        "13 thread bomb, fork bomb",
                        "stopped at the limit",
                        threads + "; " + processes + "; next process of ours after " + millis + " ms")) {
            assertThat(List.of(threads, processes)).allMatch(seen -> seen.startsWith("stopped at"));
        }
        assertThat(millis).isLessThan(10_000);
        victim().nextIsServed();
    }

    @Test
    default void row_14_a_memory_bomb_takes_its_own_worker_alone() {
        String heap = victim().attack("StringBuilder all = new StringBuilder(\"x\"); while (true) all.append(all);");
        String bomb = victim().attack(
                        "java.lang.reflect.Field f = Class.forName(\"sun.misc.Unsafe\").getDeclaredField(\"theUnsafe\");"
                                + " f.setAccessible(true); Object u = f.get(null); java.lang.reflect.Method a = u.getClass().getMethod("
                                + "\"allocateMemory\", long.class), s = u.getClass().getMethod(\"setMemory\", long.class, long.class,"
                                + " byte.class); int mb = 0; try { for (; mb < 2000; mb += 32) { long at = (Long)"
                                + " a.invoke(u, 32L << 20); s.invoke(u, at, 32L << 20, (byte) 1); } } catch (Throwable t) { return"
                                + " \"stopped at \" + mb + \" MB: \" + (t.getCause() == null ? t : t.getCause()); }"
                                + " return \"went on to \" + mb + \" MB\";");
        if (victim().claimed(
                        Bound.MEMORY,
                        "14 memory bomb, heap and native",
                        "stopped; out of memory",
                        heap + "; " + bomb)) {
            assertThat(bomb).startsWith("stopped at");
        }
        assertThat(heap).containsAnyOf("out of memory", "OutOfMemoryError");
        victim().nextIsServed();
    }

    @Test
    default void row_15_a_full_disk_is_its_own() {
        String seen = victim().attack("byte[] mb = new byte[1 << 20]; int n = 0; try { for (; n < 64; n++)"
                + " java.nio.file.Files.write(java.nio.file.Path.of(System.getProperty(\"java.io.tmpdir\"), \"f\" + n), mb); }"
                + " catch (java.io.IOException e) { return \"stopped at \" + n + \" MB: \" + e.getMessage(); }"
                + " return \"went on to \" + n + \" MB\";");
        if (victim().claimed(Bound.DISK, "15 disk fill", "stopped at the quota", seen)) {
            assertThat(seen).startsWith("stopped at").contains("No space left");
        }
        victim().nextIsServed();
    }

    @Test
    default void row_16_endless_output_is_dropped_and_the_heap_stays_flat() {
        long before = used();
        String seen = victim().attack(
                        "java.io.FileOutputStream err = new java.io.FileOutputStream(java.io.FileDescriptor.err);"
                                + " byte[] line = new byte[1 << 20]; java.util.Arrays.fill(line, (byte) 'x');"
                                + " for (int i = 0; i < 200; i++) { err.write(line); System.out.write(line, 0, line.length); }"
                                + " return \"written 200 MB\";");
        long grown = (used() - before) >> 20;
        victim().row("16 endless output", "dropped, flat heap", seen + "; heap grew by " + Math.max(0, grown) + " MB");
        assertThat(seen).matches("written 200 MB|TimedOut.*");
        assertThat(grown).isLessThan(64);
        victim().nextIsServed();
    }

    /** What dies takes a moment on a busy machine. */
    private List<ProcessHandle> survivorsAfterAWhile() throws InterruptedException {
        int looks = victim().enforcement().holds(Bound.SURVIVORS) ? 20 : 1;
        List<ProcessHandle> left;
        do {
            Thread.sleep(500);
            left = victim().survivors();
        } while (!left.isEmpty() && --looks > 0);
        return left;
    }

    @Test
    default void row_17_nothing_outlives_the_deadline() throws Exception {
        String hang = " java.util.regex.Pattern.matches(\"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x\","
                + " new String(new char[3000]).replace('\\0', 'a')); return \"\";";
        String begun = victim().attack(
                        victim().spawn(false) + victim().spawn(true) + " Thread.sleep(1500); return \"started\";");
        int alive = victim().survivors().size();
        String seen = victim().attack(victim().spawn(true) + hang);
        List<ProcessHandle> left = survivorsAfterAWhile();
        left.forEach(ProcessHandle::destroyForcibly);
        if (victim().claimed(
                        Bound.SURVIVORS,
                        "17 endless loop, daemonised child",
                        "all dead by the deadline",
                        begun + " " + alive + "; " + seen + "; survivors: " + left.size())) {
            assertThat(begun).isEqualTo("started");
            assertThat(alive).isPositive();
            assertThat(left).isEmpty();
        }
        assertThat(seen).startsWith("TimedOut");
        victim().nextIsServed();
    }

    @Test
    default void row_18_leaked_threads_do_not_reach_the_next_candidate() {
        String seen = victim().attack("Thread t = new Thread(() -> { while (true) { try { Thread.sleep(1000); }"
                + " catch (Throwable e) { } } }); t.start(); return \"leaked\";");
        victim().row("18 leaked non-daemon thread", "worker replaced or thread ended", seen);
        assertThat(seen).isEqualTo("leaked");
        victim().nextIsServed();
    }

    @Test
    default void many_hostile_candidates_leave_nothing_behind() throws Exception {
        int count = Integer.getInteger("elenchus.hostile", 5);
        List<String> hostile = List.of(
                "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 1); return \"\";",
                victim().spawn(false) + " return \"\";",
                "new Thread(() -> { while (true) ; }).start(); return \"\";",
                "byte[] mb = new byte[1 << 20]; for (int i = 0; i < 4; i++) java.nio.file.Files.write("
                        + "java.nio.file.Path.of(\"left\" + i), mb); return \"\";",
                "StringBuilder all = new StringBuilder(\"x\"); while (true) all.append(all);");
        victim().nextIsServed();
        long threads = Thread.activeCount();
        long heap = used();
        List<Path> homes = homes();
        long start = System.nanoTime();
        int files = openFiles();
        Set<String> outcomes = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(victim().attack(hostile.get(i % hostile.size())));
        }
        victim().nextIsServed();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        victim().worker().close();
        long grown = Math.max(0, used() - heap) >> 20;
        int opened = openFiles() - files;
        String seen = count + " in " + seconds + " s; threads +" + (Thread.activeCount() - threads) + ", heap +" + grown
                + " MB, files +" + opened + ", processes "
                + victim().survivors().size();
        victim().row("99 many hostile candidates", "no leak", seen);
        assertThat(outcomes).noneMatch(outcome -> outcome.startsWith("fault") || outcome.startsWith("DidNotCompile"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Thread.activeCount() <= threads + 4);
        assertThat(grown).isLessThan(32);
        assertThat(opened).isLessThan(32);
        if (victim().enforcement().holds(Bound.SURVIVORS)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> victim().survivors().isEmpty());
        }
        assertThat(homes()).hasSizeLessThanOrEqualTo(homes.size());
        victim().nextIsServed();
    }

    /** Starts many of something in a worker that has not been attacked yet. */
    private String bomb(int many, String start) {
        victim().renew();
        String seen = victim().attack("int n = 0; try { for (; n < " + many + "; n++) { " + start
                + " } } catch (Throwable t) { return \"stopped at \" + n + \": \" + (t.getCause() == null ? t :"
                + " t.getCause()); } return \"went on to \" + n;");
        victim().renew();
        return seen;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int openFiles() {
        return Path.of("/proc/self/fd").toFile().list().length;
    }

    private static List<Path> homes() throws IOException {
        String own = "elenchus-worker-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith(own))
                    .toList();
        }
    }
}
