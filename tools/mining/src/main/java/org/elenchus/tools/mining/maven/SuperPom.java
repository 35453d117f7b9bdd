package org.elenchus.tools.mining.maven;

import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.StringModelSource;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.repository.RemoteRepository;

/** The defaults every POM inherits; the central repository is named there and nowhere here. */
final class SuperPom {
    private static final String SMALLEST = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>any</groupId>
              <artifactId>any</artifactId>
              <version>1</version>
            </project>
            """;

    private SuperPom() {}

    static List<RemoteRepository> repositories() {
        DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
        request.setModelSource(new StringModelSource(SMALLEST));
        try {
            Model model = new DefaultModelBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveModel();
            return model.getRepositories().stream()
                    .map(ArtifactDescriptorUtils::toRemoteRepository)
                    .toList();
        } catch (ModelBuildingException e) {
            throw new IllegalStateException("the smallest POM is well-formed", e);
        }
    }
}
