package org.elenchus.tools.cli.cluster;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documents of a manifest as Kubernetes' own types. A field that the type does not have fails, as it would with {@code kubectl apply}. */
record KubernetesManifest(List<HasMetadata> documents) {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "v1 ServiceAccount", ServiceAccount.class,
            "v1 Service", Service.class,
            "apps/v1 Deployment", Deployment.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    /** The types would keep unknown fields aside; here they are errors. */
    private static final ObjectMapper STRICT = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated method) {
                    return Boolean.FALSE;
                }
            });

    static KubernetesManifest read(Path file) throws IOException {
        try (MappingIterator<JsonNode> all = STRICT.readerFor(JsonNode.class).readValues(file.toFile())) {
            List<HasMetadata> documents = new ArrayList<>();
            while (all.hasNext()) {
                documents.add(typed(all.next()));
            }
            return new KubernetesManifest(documents);
        }
    }

    /** @throws IOException when the document is of no known type, or has a field that its type has not */
    static HasMetadata typed(JsonNode document) throws IOException {
        String type = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        Class<? extends HasMetadata> known = TYPES.get(type);
        if (known == null) {
            throw new IOException("of no type that the manifest is to have: " + type);
        }
        return STRICT.treeToValue(document, known);
    }

    static HasMetadata typed(String yaml) throws IOException {
        return typed(STRICT.readTree(yaml));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return documents.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T only(Class<T> type) {
        List<T> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError("one " + type.getSimpleName() + " expected, found " + all.size());
        }
        return all.getFirst();
    }

    /** The deployment whose pods have these labels. */
    Deployment deploymentOf(Map<String, String> labels) {
        List<Deployment> chosen = all(Deployment.class).stream()
                .filter(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(labels.entrySet()))
                .toList();
        if (chosen.size() != 1) {
            throw new AssertionError(chosen.size() + " deployments have the labels " + labels);
        }
        return chosen.getFirst();
    }
}
