package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite itself can tell. */
class ConformanceTest {
    @Test
    void a_sandbox_that_does_nothing_fails_every_test_of_the_suite() {
        Map<String, TestExecutionResult.Status> results = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(IdleSubject.Suite.class))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    results.put(test.getDisplayName(), result.getStatus());
                }
            }
        });
        List<String> tests = Arrays.stream(SandboxConformance.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName() + "()")
                .toList();
        assertThat(results).containsOnlyKeys(tests);
        assertThat(results)
                .allSatisfy((test, status) -> assertThat(status).as(test).isEqualTo(TestExecutionResult.Status.FAILED));
    }
}
