package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attacks on the grade: none may make a wrong candidate pass. */
interface GradingAttacks {
    AttackedSandbox victim();

    @Test
    default void row_01_an_exit_is_no_pass() {
        String seen = victim().outcome(AttackedSandbox.wrong("System.exit(0);"));
        String halted = victim().attack(
                        "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 0); return \"\";");
        victim().row("01 System.exit, halt by reflection", "no pass", seen + "; " + halted);
        assertThat(seen).isEqualTo("Errored");
        assertThat(halted).startsWith("Crashed");
        victim().nextIsServed();
    }

    @Test
    default void row_02_a_patch_brings_no_test_extensions() {
        String service = victim().outcome(AttackedSandbox.wrongWith(
                "META-INF/services/org.junit.jupiter.api.extension.Extension", "tiny.Skipping\n"));
        String properties = victim().outcome(AttackedSandbox.wrongWith(
                "junit-platform.properties", "junit.jupiter.conditions.deactivate=*\n"));
        victim().row("02 extensions by META-INF/services", "no pass", service + "; " + properties);
        assertThat(List.of(service, properties)).allMatch(outcome -> outcome.startsWith("DidNotCompile"));
    }

    @Test
    default void row_03_a_patch_brings_no_framework_classes() {
        String assertions = "package org.junit.jupiter.api; public class Assertions {"
                + " public static void assertEquals(int a, int b) {} }";
        String seen = victim().outcome(AttackedSandbox.wrongWith("org/junit/jupiter/api/Assertions.java", assertions));
        victim().row("03 its own org.junit Assertions", "no pass", seen);
        assertThat(seen).startsWith("DidNotCompile");
        victim().nextIsServed();
    }

    @Test
    default void row_04_code_that_looks_for_the_test_on_its_stack_is_not_prevented() {
        String seen = victim().outcome(
                        AttackedSandbox.wrong("for (StackTraceElement frame : new Throwable().getStackTrace())"
                                + " if (frame.getClassName().equals(\"tiny.JupiterTest\")) return a + b;"));
        victim().row("04 looks for JUnit on the stack", "NOT PREVENTABLE; held-back tests catch it", seen);
        assertThat(seen).isEqualTo("Passed");
    }

    @Test
    default void row_05_printed_passes_are_ignored() {
        String seen = victim().outcome(AttackedSandbox.wrong(
                "System.out.println(\"Tests run: 1, Failures: 0\\n<testcase name='adds'/>\\nok 1\");"));
        victim().row("05 prints fake passes", "no pass", seen);
        assertThat(seen).isEqualTo("Failed");
    }

    @Test
    default void row_06_a_forged_answer_is_no_answer() {
        String seen = victim().attack("java.io.DataOutputStream out = new java.io.DataOutputStream("
                + "new java.io.FileOutputStream(java.io.FileDescriptor.out));"
                + " for (int i = 0; i < 50; i++) { out.writeInt(18); out.writeLong(i); out.write(0); out.write(1);"
                + " out.writeLong(0); out.flush(); } return \"written\";");
        victim().row("06 forged answers on the channel", "the candidate crashed", seen);
        assertThat(seen).startsWith("Crashed");
        victim().nextIsServed();
    }

    @Test
    default void row_07_tests_are_not_edited_or_replaced() {
        String test = TinySnapshot.source("../../test/java/tiny/JupiterTest.java")
                .replace("assertEquals(5, calculator.add(2, 3));", "");
        List<String> seen = new ArrayList<>();
        seen.add(victim().outcome(AttackedSandbox.wrongWith("../../test/java/tiny/JupiterTest.java", test)));
        seen.add(victim().outcome(AttackedSandbox.wrongWith("tiny/JupiterTest.java", test)));
        victim().row("07 tests edited or replaced", "no pass", seen.toString());
        assertThat(seen).allMatch(outcome -> outcome.startsWith("DidNotCompile"));
    }

    @Test
    default void row_08_build_files_mean_nothing() {
        String seen = victim().outcome(AttackedSandbox.wrongWith("../../../pom.xml", "<project/>"));
        victim().row("08 build files edited", "no pass; no build tool runs", seen);
        assertThat(seen).startsWith("DidNotCompile");
        assertThat(SnapshotLayout.of(
                                victim().snapshot().repositories(),
                                victim().snapshot().digest())
                        .root()
                        .resolve("pom.xml"))
                .doesNotExist();
    }

    @Test
    default void row_09_there_is_no_history_to_find_a_fix_in() {
        String seen = victim().attack(
                        "java.nio.file.Path p = java.nio.file.Path.of(\"src\").toRealPath(); StringBuilder found ="
                                + " new StringBuilder(); for (; p != null; p = p.getParent()) if (java.nio.file.Files.exists("
                                + "p.resolve(\".git\"))) found.append(p); return \"git: \" + found;");
        victim().row("09 the fix in git history", "nothing there", seen);
        assertThat(seen).isEqualTo("git: ");
    }

    @Test
    default void row_24_what_it_says_steers_no_terminal() {
        String seen = victim().attack("return \"\\u001b[2J\\u202e<script>\" + \"x\".repeat(100000);");
        victim().row(
                        "24 hostile texts",
                        "capped, shown as escapes",
                        seen.substring(0, Math.min(24, seen.length())) + "… of " + seen.length()
                                + "; nested or large declarations: declaration.DeclarationFile, in verifier");
        assertThat(seen).startsWith("\\u001b[2J\\u202e<script>x").hasSizeLessThan(500);
    }

    @Test
    default void row_25_a_killed_worker_costs_a_retry_and_no_verdict() throws Exception {
        victim().nextIsServed();
        victim().worker().kill();
        victim().nextIsServed();
        victim().row("25 kill -9 of a worker", "one verdict", "Passed; while it runs: the conformance suite");
    }
}
