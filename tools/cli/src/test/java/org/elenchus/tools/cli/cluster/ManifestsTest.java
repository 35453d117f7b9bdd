package org.elenchus.tools.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.elenchus.protocol.node.NodeRole;
import org.elenchus.tools.cli.Elenchus;
import org.junit.jupiter.api.Test;

/** The manifests speak of options, variables, ports and metrics that there are. */
class ManifestsTest {
    private static final Path FOLDER = Path.of("../../cluster-config/deploy");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static List<JsonNode> documents(String file) throws IOException {
        try (MappingIterator<JsonNode> all =
                YAML.readerFor(JsonNode.class).readValues(FOLDER.resolve(file).toFile())) {
            return all.readAll();
        }
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText().replace("$(POD_IP)", "10.0.0.1")));
        return words;
    }

    private static Set<NodeRole> roles(List<String> arguments) throws Exception {
        var parsed = Elenchus.commandLine().parseArgs(arguments.toArray(String[]::new));
        var node = parsed.subcommand();
        assertThat(node.commandSpec().name()).isEqualTo("node");
        NodeCommand command = (NodeCommand) node.commandSpec().userObject();
        return command.roles();
    }

    @Test
    void nodes_in_kubernetes_are_started_with_options_that_there_are() throws Exception {
        List<Set<NodeRole>> started = new ArrayList<>();
        for (JsonNode document : documents("kubernetes.yaml")) {
            for (JsonNode container : document.at("/spec/template/spec/containers")) {
                started.add(roles(words(container.path("args"))));
                assertThat(container.at("/ports/1/containerPort").asInt()).isEqualTo(7626);
            }
        }
        assertThat(started).containsExactly(Set.of(NodeRole.COORDINATOR, NodeRole.ENTITIES), Set.of(NodeRole.SANDBOX));
    }

    @Test
    void nodes_in_compose_are_started_with_options_that_there_are() throws Exception {
        JsonNode services = documents("compose.yaml").get(0).path("services");
        for (String keeper : List.of("keeper-1", "keeper-2", "keeper-3")) {
            assertThat(roles(words(services.path(keeper).path("command"))))
                    .containsExactlyInAnyOrder(NodeRole.COORDINATOR, NodeRole.ENTITIES);
        }
        String executor = services.at("/executor/entrypoint/2").asText();
        String typed = executor.substring(executor.indexOf(" node ") + 1).replace("$$(hostname)", "host");
        assertThat(roles(List.of(typed.split(" ")))).containsExactly(NodeRole.SANDBOX);
    }

    @Test
    void variables_and_metrics_named_in_manifests_are_those_the_program_knows() throws Exception {
        Set<String> variables = new TreeSet<>();
        for (String file : List.of("compose.yaml", "kubernetes.yaml", "Dockerfile")) {
            var matcher = Pattern.compile("ELENCHUS_[A-Z_]+").matcher(Files.readString(FOLDER.resolve(file)));
            while (matcher.find()) {
                variables.add(matcher.group());
            }
        }
        assertThat(variables)
                .containsExactly(
                        "ELENCHUS_API_PASSWORD",
                        "ELENCHUS_DATA",
                        "ELENCHUS_DB",
                        "ELENCHUS_DB_PASSWORD",
                        "ELENCHUS_DB_USER");
        JsonNode scaler = documents("kubernetes.yaml").stream()
                .filter(document -> document.path("kind").asText().equals("HorizontalPodAutoscaler"))
                .findFirst()
                .orElseThrow();
        assertThat(scaler.at("/spec/metrics/0/external/metric/name").asText())
                .isEqualTo("elenchus_desk_oldest_seconds");
    }
}
