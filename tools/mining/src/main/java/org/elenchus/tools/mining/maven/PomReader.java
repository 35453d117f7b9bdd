package org.elenchus.tools.mining.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.repository.RemoteRepository;
import org.elenchus.actors.port.RepositoryFault;

/** Reads effective POMs: parents, imports, profiles and properties applied. */
final class PomReader {
    private final MavenSession maven;

    PomReader(MavenSession maven) {
        this.maven = maven;
    }

    /** @param remotes the repositories known once the POM and its parents have named theirs */
    record EffectivePom(Model model, List<RemoteRepository> remotes) {}

    /** A POM fetched from a repository; parents are looked up there too, never in neighbouring folders. */
    EffectivePom published(Path pom, String name) throws RepositoryFault {
        DefaultModelBuildingRequest request = request();
        request.setModelSource(new FileModelSource(pom.toFile()));
        return build(request, name);
    }

    /** The POM of a source tree; a parent may lie in a neighbouring folder. */
    EffectivePom local(Path pom) throws RepositoryFault {
        DefaultModelBuildingRequest request = request();
        request.setPomFile(pom.toFile());
        return build(request, pom.toString());
    }

    private DefaultModelBuildingRequest request() {
        DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        request.setProcessPlugins(false);
        request.setTwoPhaseBuilding(false);
        request.setSystemProperties(maven.forPoms());
        request.setModelResolver(new RemoteModels(maven));
        return request;
    }

    private static EffectivePom build(DefaultModelBuildingRequest request, String name) throws RepositoryFault {
        try {
            Model model = new DefaultModelBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveModel();
            return new EffectivePom(model, ((RemoteModels) request.getModelResolver()).remotes());
        } catch (ModelBuildingException e) {
            String problem = e.getProblems().stream()
                    .map(ModelProblem::getMessage)
                    .findFirst()
                    .orElse("malformed");
            throw new RepositoryFault(
                    "The POM of " + name + " cannot be read: " + Reasons.brief(problem)
                            + ". Make its parents and imports available, or repair it",
                    e);
        }
    }
}
