package org.elenchus.tools.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.elenchus.protocol.execution.TestOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitXmlTest {
    private static final Wording WORDING = new Wording(List.of("/tmp/run-1/checkout/"));

    @TempDir
    Path folder;

    private static List<Report.Entry> read(String xml) throws ReportFault {
        return JUnitXml.read(xml.getBytes(StandardCharsets.UTF_8), WORDING);
    }

    @Test
    void passes_failures_errors_and_skips_are_told_apart() throws Exception {
        List<Report.Entry> entries = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites><testsuite name="s">
                  <properties><property name="x" value="y"/></properties>
                  <testcase classname="a.B" name="passes"><system-out>ok</system-out></testcase>
                  <testcase classname="a.B" name="fails"><failure type="AssertionError" message="1 != 2">trace</failure></testcase>
                  <testcase classname="a.B" name="breaks"><error type="KeyError"><![CDATA[in /tmp/run-1/checkout/a/b.py]]></error></testcase>
                  <testcase classname="a.B" name="waits"><skipped/></testcase>
                  <testcase name="alone"/>
                </testsuite></testsuites>
                """);

        assertThat(entries)
                .extracting(entry -> entry.test().toString())
                .containsExactly("a.B#passes", "a.B#fails", "a.B#breaks", "a.B#waits", "s#alone");
        assertThat(entries.get(0).outcome()).isInstanceOf(TestOutcome.Passed.class);
        assertThat(entries.get(1).outcome()).isInstanceOfSatisfying(TestOutcome.Failed.class, failed -> {
            assertThat(failed.failure().exception()).isEqualTo("AssertionError");
            assertThat(failed.failure().message()).isEqualTo("1 != 2");
        });
        assertThat(entries.get(2).outcome())
                .isInstanceOfSatisfying(
                        TestOutcome.Errored.class,
                        errored -> assertThat(errored.failure().message()).isEqualTo("in a/b.py"));
        assertThat(entries.get(3).outcome()).isInstanceOf(TestOutcome.NotRun.class);
        assertThat(entries.get(4).outcome().passed()).isTrue();
    }

    @Test
    void a_test_reported_twice_passes_only_if_it_passes_both_times() throws Exception {
        Report report = Report.of(read("<testsuite><testcase classname='c' name='t'><failure/></testcase>"
                + "<testcase classname='c' name='t'/></testsuite>"));

        assertThat(report.firstFailure()).isPresent();
    }

    @Test
    void a_file_of_the_host_named_by_an_external_entity_is_not_read() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");

        assertThatThrownBy(
                        () -> read(
                                "<!DOCTYPE testsuite [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                                        + "<testsuite><testcase classname='c' name='t'><failure message='m'>&x;</failure></testcase></testsuite>"))
                .isInstanceOf(ReportFault.class)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE testsuite SYSTEM 'URL/x.dtd'><testsuite/>",
                "<!DOCTYPE testsuite [<!ENTITY % p SYSTEM 'URL/p'> %p;]><testsuite/>",
                "<!DOCTYPE testsuite PUBLIC '-//x//y' 'URL/x.dtd'><testsuite><testcase name='t'/></testsuite>"
            })
    void no_address_in_a_report_is_ever_asked(String xml) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThatThrownBy(() -> read(xml.replace("URL", address))).isInstanceOf(ReportFault.class);
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_billion_laughs_are_not_heard() {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol0 'lol'>");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY lol")
                    .append(i)
                    .append(" '")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        xml.append("]><testsuite><testcase name='&lol9;'/></testsuite>");

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> read(xml.toString())).isInstanceOf(ReportFault.class));
    }

    @Test
    void a_document_type_without_anything_in_it_is_refused_too() {
        assertThatThrownBy(() -> read("<!DOCTYPE testsuite><testsuite><testcase name='t'/></testsuite>"))
                .isInstanceOf(ReportFault.class);
    }

    @Test
    void deep_nesting_is_refused_without_recursion() {
        String xml = "<testsuite>".repeat(100_000);

        assertThatThrownBy(() -> read(xml)).isInstanceOf(ReportFault.class).hasMessageContaining("nested deeper");
    }

    @Test
    void more_tests_than_any_suite_has_are_refused() {
        String xml = "<testsuite>" + "<testcase name='t'/>".repeat(50_001) + "</testsuite>";

        assertThatThrownBy(() -> read(xml)).isInstanceOf(ReportFault.class).hasMessageContaining("50000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<testsuite><testcase name='t'></testsuite>",
                "<html/>",
                "<testsuite><testcase/></testsuite>",
                "<testsuite><testcase name='t'/></testsuite><testsuite/>",
                "<testsuite><testcase name='&undefined;'/></testsuite>"
            })
    void what_is_no_report_is_refused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(ReportFault.class);
    }

    @Test
    void names_and_messages_are_bounded_and_hold_nothing_that_differs_between_runs() throws Exception {
        Report.Entry entry = read("<testsuite><testcase classname='a#b&#10;c' name='" + "n".repeat(1000) + "'>"
                        + "<failure message='at 0x7f3a2b1c9d40 in Foo@1b2c3d4e /tmp/run-1/checkout/x "
                        + "m".repeat(1000)
                        + "'/></testcase></testsuite>")
                .get(0);

        assertThat(entry.test().className()).isEqualTo("a.b c");
        assertThat(entry.test().method()).hasSize(250);
        String message = entry.outcome().observed().orElseThrow().message();
        assertThat(message).hasSize(400).startsWith("at  in Foo x mmm");
    }
}
