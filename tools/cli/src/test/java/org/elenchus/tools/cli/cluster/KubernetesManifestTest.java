package org.elenchus.tools.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the Kubernetes manifest's documents say of each other is so, and nothing in them is misspelt. */
class KubernetesManifestTest {
    private static final Path FILE = Path.of("../../cluster-config/deploy/kubernetes.yaml");
    private static final Path OPERATIONS = Path.of("../../docs/operations.md");
    private static final Map<String, String> KEEPER = Map.of("app", "elenchus", "part", "keeper");

    private static KubernetesManifest manifest;

    @BeforeAll
    static void every_document_is_read_strictly_as_its_own_type() throws IOException {
        manifest = KubernetesManifest.read(FILE);
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container node(Deployment deployment) {
        List<Container> containers = pod(deployment).getContainers();
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }

    private static List<Deployment> deployments() {
        return manifest.all(Deployment.class);
    }

    @Test
    void a_field_that_kubernetes_does_not_have_is_refused() {
        assertThatThrownBy(() -> KubernetesManifest.typed("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: x}
                        spec: {template: {spec: {containers: [{name: x, imagePullPolice: Always}]}}}
                        """)).hasMessageContaining("imagePullPolice");
    }

    @Test
    void nothing_has_the_name_of_another_of_its_kind() {
        assertThat(manifest.documents().stream()
                        .map(document -> document.getKind() + "/"
                                + document.getMetadata().getName()))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_deployment_selects_its_own_pods_and_no_others() {
        assertThat(deployments()).hasSize(2);
        for (Deployment deployment : deployments()) {
            Map<String, String> selected = deployment.getSpec().getSelector().getMatchLabels();
            assertThat(manifest.deploymentOf(selected)).isEqualTo(deployment);
        }
    }

    @Test
    void the_service_leads_to_a_port_of_the_keepers() {
        Service service = manifest.only(Service.class);
        Deployment keepers = manifest.deploymentOf(service.getSpec().getSelector());
        assertThat(keepers).isEqualTo(manifest.deploymentOf(KEEPER));
        ServicePort port = service.getSpec().getPorts().getFirst();
        ContainerPort target = node(keepers).getPorts().stream()
                .filter(offered -> offered.getName().equals(port.getTargetPort().getStrVal()))
                .findFirst()
                .orElseThrow();
        assertThat(target.getContainerPort()).isEqualTo(port.getPort()).isEqualTo(7626);
    }

    @Test
    void readiness_and_liveness_are_asked_where_the_node_answers() {
        for (Deployment deployment : deployments()) {
            Container node = node(deployment);
            assertThat(asked(node.getReadinessProbe())).endsWith("http://$POD_IP:7626/ready\"");
            assertThat(asked(node.getLivenessProbe())).endsWith("http://$POD_IP:7626/alive\"");
            for (Probe probe : List.of(node.getReadinessProbe(), node.getLivenessProbe())) {
                int patience = Integer.parseInt(asked(probe).replaceAll(".* -m (\\d+) .*", "$1"));
                assertThat(patience).isLessThan(probe.getTimeoutSeconds());
            }
        }
    }

    private static String asked(Probe probe) {
        return probe.getExec().getCommand().getLast();
    }

    @Test
    void nodes_get_what_they_need_of_one_secret_that_the_manifest_says_how_to_make() throws IOException {
        String header = Files.readString(FILE)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .reduce("", String::concat);
        for (Deployment deployment : deployments()) {
            Set<String> keys = new TreeSet<>();
            for (EnvVar variable : node(deployment).getEnv()) {
                var from = variable.getValueFrom().getSecretKeyRef();
                if (from != null) {
                    assertThat(from.getName()).isEqualTo("elenchus");
                    keys.add(from.getKey());
                }
            }
            assertThat(keys).containsExactly("api-password", "db", "db-password", "db-user");
            for (String key : keys) {
                assertThat(header).contains("--from-literal=" + key + "=");
            }
        }
    }

    @Test
    void mounts_are_of_volumes_that_there_are() {
        for (Deployment deployment : deployments()) {
            assertThat(node(deployment).getVolumeMounts().stream().map(VolumeMount::getName))
                    .containsExactlyElementsOf(pod(deployment).getVolumes().stream()
                            .map(Volume::getName)
                            .toList());
        }
    }

    @Test
    void executors_are_scaled_by_the_age_of_the_queue_as_it_is_measured() throws IOException {
        HorizontalPodAutoscaler scaler = manifest.only(HorizontalPodAutoscaler.class);
        var target = scaler.getSpec().getScaleTargetRef();
        Deployment executors = deployments().stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(target.getName()))
                .findFirst()
                .orElseThrow();
        assertThat(target.getKind()).isEqualTo(executors.getKind());
        assertThat(target.getApiVersion()).isEqualTo(executors.getApiVersion());
        assertThat(node(executors).getArgs()).contains("sandbox");
        // Who scales sets the number; a number in the manifest would undo it whenever that is applied again.
        assertThat(executors.getSpec().getReplicas()).isNull();
        assertThat(scaler.getSpec().getMinReplicas())
                .isPositive()
                .isLessThan(scaler.getSpec().getMaxReplicas());
        var metric = scaler.getSpec().getMetrics().getFirst();
        assertThat(metric.getType()).isEqualTo("External");
        assertThat(Files.readString(OPERATIONS))
                .contains("`" + metric.getExternal().getMetric().getName() + "`");
    }

    @Test
    void a_majority_of_keepers_stays_whatever_is_drained_or_renewed() {
        PodDisruptionBudget budget = manifest.only(PodDisruptionBudget.class);
        Deployment keepers =
                manifest.deploymentOf(budget.getSpec().getSelector().getMatchLabels());
        int all = keepers.getSpec().getReplicas();
        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isLessThanOrEqualTo((all - 1) / 2);
        assertThat(keepers.getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal())
                .isLessThanOrEqualTo((all - 1) / 2);
    }

    @Test
    void code_that_is_not_trusted_finds_no_right_in_kubernetes() {
        ServiceAccount account = manifest.only(ServiceAccount.class);
        assertThat(account.getAutomountServiceAccountToken()).isFalse();
        for (Deployment deployment : deployments()) {
            assertThat(pod(deployment).getServiceAccountName())
                    .isEqualTo(account.getMetadata().getName());
            assertThat(pod(deployment).getAutomountServiceAccountToken()).isFalse();
        }
    }

    @Test
    void only_nodes_reach_remoting() {
        NetworkPolicy policy = manifest.only(NetworkPolicy.class);
        Map<String, String> guarded = policy.getSpec().getPodSelector().getMatchLabels();
        for (Deployment deployment : deployments()) {
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(guarded);
        }
        for (var rule : policy.getSpec().getIngress()) {
            // A rule that names nobody lets everybody in.
            boolean nodes = !rule.getFrom().isEmpty()
                    && rule.getFrom().stream()
                            .allMatch(peer -> peer.getPodSelector() != null
                                    && guarded.equals(peer.getPodSelector().getMatchLabels()));
            if (!nodes) {
                assertThat(rule.getPorts()).hasSize(1);
                assertThat(rule.getPorts().getFirst().getPort().getIntVal()).isEqualTo(7626);
            }
        }
    }

    @Test
    void no_node_runs_as_root_or_can_get_more_rights() {
        for (Deployment deployment : deployments()) {
            assertThat(pod(deployment).getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod(deployment).getSecurityContext().getRunAsUser()).isEqualTo(10001);
            SecurityContext own = node(deployment).getSecurityContext();
            assertThat(own.getAllowPrivilegeEscalation()).isFalse();
            assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(own.getPrivileged()).isNull();
        }
    }

    /** Namespaces are refused by the default profiles, and a mount of {@code /proc} by the masks over the pod's; unmasked it needs users of its own. */
    @Test
    void executors_alone_have_the_leave_that_confined_processes_need() {
        PodSpec keepers = pod(manifest.deploymentOf(KEEPER));
        assertThat(keepers.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(keepers.getContainers().getFirst().getSecurityContext().getProcMount())
                .isNull();
        PodSpec executors = pod(manifest.deploymentOf(Map.of("app", "elenchus", "part", "executor")));
        assertThat(executors.getSecurityContext().getSeccompProfile().getType()).isEqualTo("Unconfined");
        assertThat(executors.getSecurityContext().getAppArmorProfile().getType())
                .isEqualTo("Unconfined");
        assertThat(executors.getHostUsers()).isFalse();
        assertThat(executors.getContainers().getFirst().getSecurityContext().getProcMount())
                .isEqualTo("Unmasked");
    }
}
