package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.Sandbox.BuildReport;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.execution.TestOutcome;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every sandbox must do, whatever its worker runs in. Each test of it fails with a sandbox that does nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxConformance {
    private TinySnapshot tiny;
    private Subject subject;
    private Sandbox sandbox;
    private BuildReport built;

    /** A sandbox and what tests need to know of it. */
    interface Subject extends AutoCloseable {
        Sandbox sandbox();

        ExecutionMeter meter();

        /** Names the worker now running, if any; another worker has another name. */
        String worker();

        /** Kills the worker, if there is one, as a stranger would. */
        void killWorker();

        @Override
        void close();
    }

    /** @param settings a small heap and short times */
    abstract Subject open(SandboxSettings settings) throws Exception;

    @BeforeAll
    void build(@TempDir Path repositories) throws Exception {
        tiny = TinySnapshot.in(repositories, 8);
        subject = open(SandboxSettings.inside(repositories)
                .withHeap(128)
                .withLimits(new SandboxSettings.TimeLimits(
                        Duration.ofMillis(1500),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5))));
        sandbox = subject.sandbox();
        built = sandbox.build(tiny.digest());
    }

    @AfterAll
    void close() {
        if (subject != null) {
            subject.close();
        }
    }

    private List<TestResult> ran(Overlay overlay, String... tests) throws Exception {
        Execution outcome = sandbox.executeAfresh(tiny.request(overlay, tests));
        assertThat(outcome).isInstanceOf(Execution.TestsRan.class);
        return ((Execution.TestsRan) outcome).results();
    }

    private String worker() {
        return subject.worker();
    }

    private TestOutcome outcome(Overlay overlay, String test) throws Exception {
        return ran(overlay, test).get(0).outcome();
    }

    @Test
    void building_leaves_out_test_files_that_do_not_compile() {
        assertThat(built.mainErrors()).isEmpty();
        assertThat(built.omittedTests()).containsExactly("tiny/BrokenTest.java");
    }

    @Test
    void discovery_lists_the_methods_of_all_three_generations_once_each() throws Exception {
        List<TestId> tests = sandbox.discover(tiny.digest());
        assertThat(tests).isSorted();
        assertThat(tests.stream().map(TestId::toString))
                .contains(
                        "tiny.JupiterTest#adds()",
                        "tiny.JupiterTest#sums(int,int)",
                        "tiny.JupiterTest$Inner#addsToo()",
                        "tiny.VintageTest#divides()",
                        "tiny.OldStyleTest#testAdds()",
                        "tiny.TableTest#isPositive()")
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void everything_discovered_gives_its_result_on_the_original() throws Exception {
        // Tests of one request share their classes' static state, so this one has a request of its own elsewhere.
        String[] all = sandbox.discover(tiny.digest()).stream()
                .map(id -> id.toString().substring("tiny.".length()))
                .filter(id -> !id.contains("countsFromZero"))
                .toArray(String[]::new);
        List<TestResult> results = ran(Overlay.NONE, all);
        assertThat(results).hasSameSizeAs(all);
        assertThat(results.stream().filter(result -> !result.outcome().passed()).map(TestResult::outcome))
                .containsExactlyInAnyOrder(
                        new TestOutcome.NotRun("skipped: not now"),
                        new TestOutcome.NotRun("aborted: Assumption failed: odd arithmetic"));
    }

    @Test
    void a_wrong_edit_fails_the_tests_that_see_it_and_no_others() throws Exception {
        Overlay wrong = TinySnapshot.calculator("return a + b;", "return a - b;");
        List<TestResult> results = ran(
                wrong,
                "adds",
                "sums(int,int)",
                "VintageTest#adds",
                "OldStyleTest#testAdds",
                "JupiterTest$Inner#addsToo");
        assertThat(results.get(0).outcome()).isInstanceOfSatisfying(TestOutcome.Failed.class, failed -> {
            assertThat(failed.failure().exception()).isEqualTo("org.opentest4j.AssertionFailedError");
            assertThat(failed.failure().message()).isEqualTo("expected: <5> but was: <-1>");
            assertThat(failed.failure().stack().get(0).className()).isEqualTo("tiny.JupiterTest");
        });
        assertThat(results.get(1).outcome().passed()).isTrue();
        assertThat(results.subList(2, 5)).allMatch(result -> result.outcome() instanceof TestOutcome.Failed);
    }

    @Test
    void a_parameterised_test_fails_when_one_invocation_does() throws Exception {
        Overlay wrong = TinySnapshot.calculator("int sum = 0;", "int sum = n == 3 ? 1 : 0;");
        assertThat(outcome(wrong, "sums(int,int)")).isInstanceOf(TestOutcome.Failed.class);
        Overlay picky = TinySnapshot.calculator("return \"positive\";", "return n == 2 ? \"two\" : \"positive\";");
        assertThat(outcome(picky, "TableTest#isPositive")).isInstanceOf(TestOutcome.Failed.class);
    }

    @Test
    void an_exception_is_an_error_with_the_lines_inside_the_library() throws Exception {
        Overlay throwing = TinySnapshot.calculator(
                "return a + b;",
                "throw new IllegalStateException(\"at \" + new Object() + \" \" + (Runnable) () -> {});");
        assertThat(outcome(throwing, "adds")).isInstanceOfSatisfying(TestOutcome.Errored.class, errored -> {
            assertThat(errored.failure().exception()).isEqualTo("java.lang.IllegalStateException");
            assertThat(errored.failure().message()).isEqualTo("at java.lang.Object@ tiny.Calculator$$Lambda@");
            assertThat(errored.failure().stack().get(0).toString()).contains("tiny.Calculator", "add", "line=8");
            assertThat(errored.failure().stack()).hasSize(2);
        });
    }

    @Test
    void an_edit_that_does_not_compile_says_where() throws Exception {
        Execution outcome =
                sandbox.executeAfresh(tiny.request(TinySnapshot.calculator("return a + b;", "return a + c;"), "adds"));
        assertThat(outcome).isInstanceOfSatisfying(Execution.DidNotCompile.class, refused -> {
            assertThat(refused.errors()).hasSize(1);
            assertThat(refused.errors().get(0)).startsWith("Calculator.java:8: cannot find symbol");
        });
    }

    @Test
    void an_edit_sees_the_api_of_its_source_level_only() throws Exception {
        Execution outcome = sandbox.executeAfresh(
                tiny.request(TinySnapshot.calculator("\"negative\"", "\"negative\".strip()"), "adds"));
        assertThat(outcome).isInstanceOf(Execution.DidNotCompile.class);
    }

    @Test
    void a_candidate_is_never_seen_by_the_next() throws Exception {
        Overlay wider = TinySnapshot.calculator(
                "static class Old {", "public int extra() { return 1; } static class Added {} static class Old {");
        assertThat(outcome(wider, "adds").passed()).isTrue();
        for (String use : List.of("extra()", "new Calculator.Added().hashCode()")) {
            Overlay user = Overlay.of(Map.of(
                    "tiny/Names.java",
                    TinySnapshot.source("tiny/Names.java")
                            .replace("calculator.sign(1)", "calculator." + use + " + calculator.sign(1)")
                            .replace("calculator.new", "new")));
            assertThat(sandbox.executeAfresh(tiny.request(user, "names"))).isInstanceOf(Execution.DidNotCompile.class);
        }
        Overlay without = TinySnapshot.calculator("static class Old {", "static class New {");
        assertThat(outcome(without, "names").passed()).isTrue();
        assertThat(outcome(Overlay.NONE, "names").passed()).isTrue();
    }

    private Overlay names(String text, String replacement) {
        String source = TinySnapshot.source("tiny/Names.java");
        assertThat(source).contains(text);
        return Overlay.of(Map.of("tiny/Names.java", source.replace(text, replacement)));
    }

    @Test
    void a_changed_constant_reaches_the_classes_and_tests_that_copied_it() throws Exception {
        assertThat(outcome(names("LIMIT = 7", "LIMIT = 9"), "within")).isInstanceOf(TestOutcome.Failed.class);
        assertThat(outcome(names("LIMIT = 7", "LIMIT = 3 + 4"), "within").passed())
                .isTrue();
    }

    @Test
    void an_edit_that_breaks_its_callers_does_not_compile() throws Exception {
        Overlay narrowed = TinySnapshot.calculator("public String sign(int n)", "private String sign(int n)");
        assertThat(sandbox.executeAfresh(tiny.request(narrowed, "adds")))
                .isInstanceOfSatisfying(
                        Execution.DidNotCompile.class,
                        refused -> assertThat(refused.errors().get(0)).contains("private access"));
        Overlay widened = TinySnapshot.calculator("public int add(int a, int b)", "public long add(int a, int b)");
        List<TestResult> results = ran(widened, "adds", "VintageTest#adds");
        assertThat(results).allMatch(result -> result.outcome().passed());
    }

    @Test
    void an_edit_cannot_take_the_place_of_a_test_or_another_file() throws Exception {
        String source = TinySnapshot.source("tiny/Calculator.java");
        for (String stolen : List.of("VintageTest", "Names")) {
            Overlay thief = Overlay.of(Map.of("tiny/Calculator.java", source + "class " + stolen + " {}"));
            assertThat(sandbox.executeAfresh(tiny.request(thief, "adds")))
                    .isEqualTo(new Execution.DidNotCompile(List.of("duplicate class: tiny." + stolen)));
        }
    }

    @Test
    void loops_end_when_their_fuel_does() throws Exception {
        String loop = "for (int i = 1; i <= n; i++) {\n            sum += i;\n        }";
        for (String endless : List.of(
                "while (sum < 1) { sum += n - n; }",
                "for (; n > 0; ) ;",
                "do { try { sum += depth(0); } catch (Throwable t) { sum--; } } while (sum != 0.5);",
                "while (n > 0) { try { sum += depth(1); }\n catch (Throwable t) { }\n finally { if (n > 0) continue; } }",
                "while (n > 0) try { sum += depth(1); } catch (Throwable t) { }")) {
            TestResult result =
                    ran(TinySnapshot.calculator(loop, endless), "sums(int,int)").get(0);
            assertThat(result.outcome()).as(endless).isInstanceOf(TestOutcome.OutOfFuel.class);
            assertThat(result.fuel()).isEqualTo(TinySnapshot.FUEL);
        }
    }

    @Test
    void a_loop_in_another_thread_ends_too() throws Exception {
        Overlay edit = TinySnapshot.calculator(
                "calls++;",
                "Thread t = new Thread(() -> { while (calls != -1) { calls = 1; } }); t.start(); try { t.join(); } catch (InterruptedException e) { }");
        assertThat(outcome(edit, "adds")).isInstanceOf(TestOutcome.OutOfFuel.class);
    }

    @Test
    void fuel_is_the_same_in_every_run() throws Exception {
        List<Long> first = fuel();
        assertThat(first).allMatch(fuel -> fuel > 0);
        assertThat(fuel()).isEqualTo(first);
        // Two milliseconds of sleep.
        assertThat(first.get(2)).isGreaterThan(20_000);
    }

    @Test
    void what_code_draws_without_a_seed_is_the_same_in_every_run() throws Exception {
        Overlay drawing = TinySnapshot.calculator(
                "calls++;",
                "if (calls++ == 0) throw new IllegalStateException(new java.util.Random().nextInt() + \" \""
                        + " + new java.util.SplittableRandom().nextInt() + \" \" + Math.random());");
        List<TestResult> drawn = ran(drawing, "adds");
        assertThat(drawn.get(0).outcome())
                .isInstanceOfSatisfying(
                        TestOutcome.Errored.class,
                        errored -> assertThat(errored.failure().message()).hasSizeGreaterThan(20));
        assertThat(ran(drawing, "adds")).isEqualTo(drawn);
    }

    @Test
    void the_time_of_day_is_the_same_in_every_run() throws Exception {
        Overlay asking = TinySnapshot.calculator(
                "calls++;", "if (calls++ == 0) throw new IllegalStateException(java.time.Instant.now() + \"\");");
        List<TestResult> asked = ran(asking, "adds");
        assertThat(asked.get(0).outcome())
                .isInstanceOfSatisfying(
                        TestOutcome.Errored.class,
                        errored -> assertThat(errored.failure().message()).startsWith("2025-10-15T13:24:46.789"));
        assertThat(ran(asking, "adds")).isEqualTo(asked);
    }

    @Test
    void enums_have_the_hashes_of_their_names() throws Exception {
        Overlay hashing = TinySnapshot.calculator(
                "static class Old {",
                "enum Hue { RED { @Override public String toString() { return \"r\"; } }, BLUE } static class Old {");
        Overlay telling = Overlay.of(Map.of(
                "tiny/Calculator.java",
                hashing.files()
                        .get("tiny/Calculator.java")
                        .replace(
                                "calls++;",
                                "if (calls++ == 0) throw new IllegalStateException("
                                        + "Hue.RED.hashCode() + \" \" + java.util.Objects.hash(Hue.BLUE));")));
        String expected = "tiny.Calculator$Hue.RED".hashCode() + " " + Objects.hash("tiny.Calculator$Hue.BLUE");
        assertThat(outcome(telling, "adds"))
                .isInstanceOfSatisfying(
                        TestOutcome.Errored.class,
                        errored -> assertThat(errored.failure().message()).isEqualTo(expected));
    }

    @Test
    void threads_are_noticed_and_a_parallel_stream_needs_none() throws Exception {
        Overlay threads = TinySnapshot.calculator(
                "calls++;",
                "Thread t = new Thread(() -> calls++); t.start(); try { t.join(); } catch (InterruptedException e) { }");
        Overlay parallel = TinySnapshot.calculator(
                "calls++;", "java.util.stream.IntStream.range(0, 10_000).parallel().forEach(i -> calls += i * calls);");
        assertThat(ran(threads, "adds").get(0).concurrent()).isTrue();
        List<TestResult> results = ran(parallel, "adds");
        assertThat(results.get(0).concurrent()).isFalse();
        assertThat(results.get(0).fuel()).isGreaterThan(10_000);
        assertThat(ran(parallel, "adds")).isEqualTo(results);
    }

    @Test
    void threads_that_a_future_made_serve_no_parallel_stream() throws Exception {
        Overlay future = TinySnapshot.calculator(
                "calls++;", "java.util.concurrent.CompletableFuture.runAsync(() -> calls++).join();");
        Overlay parallel = TinySnapshot.calculator(
                "calls++;",
                "java.util.Arrays.asList(new Integer[10_000]).parallelStream().forEach(i -> calls += 3 * calls);");
        assertThat(ran(future, "adds").get(0).concurrent()).isTrue();
        assertThat(ran(parallel, "adds").get(0).concurrent()).isFalse();
    }

    private List<Long> fuel() throws Exception {
        return ran(Overlay.NONE, "adds", "sums(int,int)", "pauses").stream()
                .map(TestResult::fuel)
                .toList();
    }

    @Test
    void a_long_sleep_is_paid_in_fuel_not_in_time() throws Exception {
        Overlay sleepy = TinySnapshot.calculator("Thread.sleep(milliseconds);", "Thread.sleep(3600_000L);");
        assertThat(outcome(sleepy, "pauses")).isInstanceOf(TestOutcome.OutOfFuel.class);
    }

    @Test
    void endless_recursion_is_an_error_described_by_its_cycle() throws Exception {
        Overlay endless = TinySnapshot.calculator("n == 0 ? 0 : 1 + depth(n - 1)", "depth(n + 1)");
        List<TestResult> results = ran(endless, "goesDeep");
        assertThat(results.get(0).outcome()).isInstanceOfSatisfying(TestOutcome.Errored.class, errored -> {
            assertThat(errored.failure().exception()).isEqualTo("java.lang.StackOverflowError");
            assertThat(errored.failure().stack()).hasSize(1);
        });
        assertThat(ran(endless, "goesDeep")).isEqualTo(results);
    }

    @Test
    void an_exit_is_an_error_and_the_worker_lives() throws Exception {
        String worker = worker();
        for (String exit : List.of(
                "System.exit(0);",
                "Runtime.getRuntime().halt(0);",
                "java.util.stream.IntStream.of(0).forEach(System::exit);")) {
            assertThat(outcome(TinySnapshot.calculator("calls++;", exit), "adds"))
                    .isInstanceOfSatisfying(
                            TestOutcome.Errored.class,
                            errored -> assertThat(errored.failure().exception()).endsWith("ExitAttempted"));
        }
        Overlay early = TinySnapshot.calculator("static int calls;", "static int calls; static { System.exit(0); }");
        assertThat(outcome(early, "adds")).isInstanceOf(TestOutcome.Errored.class);
        assertThat(worker()).isEqualTo(worker);
    }

    @Test
    void no_process_can_be_started() throws Exception {
        Overlay edit = TinySnapshot.calculator(
                "calls++;",
                "try { new ProcessBuilder(\"true\").start(); } catch (java.io.IOException e) { throw new RuntimeException(e.getMessage()); }");
        assertThat(outcome(edit, "adds"))
                .isInstanceOfSatisfying(
                        TestOutcome.Errored.class,
                        errored -> assertThat(errored.failure().message())
                                .isEqualTo("no process may be started in the sandbox"));
    }

    @Test
    void a_blocking_read_times_out_and_the_next_request_is_served() throws Exception {
        Overlay blocking = TinySnapshot.calculator(
                "calls++;",
                "try { new java.io.PipedReader(new java.io.PipedWriter()).read(); } catch (java.io.IOException e) { }");
        Execution outcome = sandbox.executeAfresh(tiny.request(blocking, "sums(int,int)", "adds"));
        assertThat(outcome).isEqualTo(new Execution.TimedOut(TestId.parse("tiny.JupiterTest#adds()")));
        assertThat(outcome(Overlay.NONE, "adds").passed()).isTrue();
    }

    @Test
    void a_loop_that_passes_no_probe_times_out_and_the_next_request_is_served() throws Exception {
        // Backtracking inside the platform: neither fuel nor an interrupt can stop it.
        Overlay hopeless = TinySnapshot.calculator(
                "calls++;",
                "java.util.regex.Pattern.matches(\"(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x\", new String(new char[3000]).replace('\\0', 'a'));");
        String worker = worker();
        assertThat(sandbox.executeAfresh(tiny.request(hopeless, "adds")))
                .isEqualTo(new Execution.TimedOut(TestId.parse("tiny.JupiterTest#adds()")));
        assertThat(outcome(Overlay.NONE, "adds").passed()).isTrue();
        assertThat(worker()).isNotEqualTo(worker);
    }

    @Test
    void standard_input_is_empty_and_floods_of_output_are_dropped() throws Exception {
        Overlay flood = TinySnapshot.calculator(
                "calls++;",
                "try { if (System.in.read() >= 0) return 0; } catch (java.io.IOException e) { return 0; }\n"
                        + "byte[] chunk = new byte[1 << 20]; for (int i = 0; i < 2000; i++) { System.out.write(chunk, 0, chunk.length); System.err.print('x'); }");
        assertThat(outcome(flood, "adds").passed()).isTrue();
    }

    @Test
    void a_memory_bomb_is_a_crash_and_the_next_request_is_served() throws Exception {
        Overlay bomb = TinySnapshot.calculator(
                "calls++;", "StringBuilder all = new StringBuilder(\"x\"); while (all != null) { all.append(all); }");
        assertThat(sandbox.executeAfresh(tiny.request(bomb, "adds")))
                .isEqualTo(new Execution.Crashed("the worker ran out of memory"));
        assertThat(outcome(Overlay.NONE, "adds").passed()).isTrue();
    }

    @Test
    void an_array_that_no_test_needs_is_refused_without_asking_the_heap() throws Exception {
        String worker = worker();
        Overlay greedy = TinySnapshot.calculator("calls++;", "calls += new long[1 << 30].length;");
        assertThat(outcome(greedy, "adds"))
                .isInstanceOfSatisfying(
                        TestOutcome.Errored.class,
                        errored -> assertThat(errored.failure().message())
                                .isEqualTo("refused an array of 1073741824 elements"));
        assertThat(worker()).isEqualTo(worker);
    }

    @Test
    void a_killed_worker_is_replaced_and_the_outcome_is_one() throws Exception {
        outcome(Overlay.NONE, "adds");
        String first = subject.worker();
        long losses = subject.meter().losses();
        Overlay slow = TinySnapshot.calculator(
                "calls++;",
                "for (int i = 0; i < 50; i++) try { Thread.sleep(40); } catch (InterruptedException e) { }");
        // A worker that dies before the order reaches it is replaced and no loss; so each is killed until one is.
        Thread killer = new Thread(() -> {
            String victim = "";
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(200_000_000);
                String present = subject.worker();
                if (subject.meter().losses() > losses) {
                    return;
                }
                if (!present.equals(victim)) {
                    subject.killWorker();
                    victim = present;
                }
            }
        });
        var patient = new org.elenchus.protocol.execution.ExecutionRequest(
                tiny.digest(),
                slow,
                List.of(new org.elenchus.protocol.execution.TestRun(
                        TestId.parse("tiny.JupiterTest#adds()"), 1_000_000_000_000L)),
                false);
        killer.start();
        Execution outcome = sandbox.executeAfresh(patient);
        killer.interrupt();
        killer.join();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Execution.TestsRan.class,
                        ran -> assertThat(ran.results().get(0).outcome().passed())
                                .isTrue());
        assertThat(subject.meter().losses()).isEqualTo(losses + 1);
        assertThat(subject.worker()).isNotEqualTo(first);
    }

    @Test
    void coverage_names_the_lines_each_test_reached() throws Exception {
        Execution outcome = sandbox.executeAfresh(
                tiny.request(Overlay.NONE, true, "signsPositive", "signsNegative", "VintageTest#adds"));
        List<List<CoveredLines>> covered = ((Execution.TestsRan) outcome)
                .results().stream().map(TestResult::covered).toList();
        assertThat(covered.get(0)).containsExactly(new CoveredLines("tiny/Calculator.java", List.of(3, 20, 23)));
        assertThat(covered.get(1)).containsExactly(new CoveredLines("tiny/Calculator.java", List.of(3, 20, 21)));
        assertThat(covered.get(2)).containsExactly(new CoveredLines("tiny/Calculator.java", List.of(3, 7, 8)));
    }

    @Test
    void nothing_leaks_from_test_to_test_or_request_to_request() throws Exception {
        assertThat(outcome(Overlay.NONE, "spoilsItsJvm").passed()).isTrue();
        List<TestResult> results = ran(Overlay.NONE, "countsFromZero", "findsNothingSpoilt");
        assertThat(results).allMatch(result -> result.outcome().passed());
    }

    @Test
    void an_unknown_test_has_not_run() throws Exception {
        assertThat(outcome(Overlay.NONE, "nowhere")).isInstanceOf(TestOutcome.NotRun.class);
        assertThat(outcome(Overlay.NONE, "AbsentTest#adds")).isInstanceOf(TestOutcome.NotRun.class);
    }

    @Test
    void a_second_execution_is_not_the_first_recalled_but_is_recalled_itself() throws Exception {
        ExecutionRequest request = tiny.request(TinySnapshot.calculator("return a + b;", "return a + b + 0;"), "adds");
        Execution first = sandbox.execute(request);
        long hits = subject.meter().memoHits();

        assertThat(sandbox.executeAgain(request)).isEqualTo(first);
        assertThat(subject.meter().memoHits()).isEqualTo(hits);
        assertThat(sandbox.executeAgain(request)).isEqualTo(first);
        assertThat(subject.meter().memoHits()).isEqualTo(hits + 1);
    }

    @Test
    void a_known_outcome_is_recalled() throws Exception {
        var request = tiny.request(TinySnapshot.calculator("return a + b;", "return b + a;"), "adds");
        Execution first = sandbox.execute(request);
        long executions = subject.meter().executions();
        long hits = subject.meter().memoHits();
        assertThat(sandbox.execute(request)).isEqualTo(first);
        assertThat(subject.meter().executions()).isEqualTo(executions);
        assertThat(subject.meter().memoHits()).isEqualTo(hits + 1);
    }

    @Test
    void many_candidates_in_a_row_each_get_their_own_outcome() throws Exception {
        List<Boolean> passed = IntStream.range(0, 60)
                .mapToObj(i -> {
                    try {
                        return outcome(TinySnapshot.calculator("a + b", "a + b + " + i % 3), "adds")
                                .passed();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toList());
        assertThat(passed)
                .isEqualTo(IntStream.range(0, 60).mapToObj(i -> i % 3 == 0).toList());
    }
}
