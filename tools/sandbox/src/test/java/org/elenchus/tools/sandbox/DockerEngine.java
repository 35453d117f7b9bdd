package org.elenchus.tools.sandbox;

import java.nio.file.Path;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.docker.Engine;
import org.elenchus.tools.sandbox.docker.EngineFault;
import org.elenchus.tools.sandbox.docker.SandboxImage;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class where a Docker engine answers, with the image made if need be. Elsewhere the class is skipped, visibly; or, where
 * {@code ELENCHUS_DOCKER=required} is set, fails.
 */
final class DockerEngine implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try (Engine engine = Engine.connect()) {
            synchronized (DockerEngine.class) {
                if (engine.image(DockerSettings.ownImage()).isEmpty()) {
                    SandboxImage.make(engine, DockerSettings.ownImage(), Path.of(System.getProperty("java.home")));
                }
            }
            return ConditionEvaluationResult.enabled("Docker " + engine.version());
        } catch (EngineFault e) {
            if ("required".equals(System.getenv("ELENCHUS_DOCKER"))) {
                throw new IllegalStateException("ELENCHUS_DOCKER=required, and " + e.getMessage(), e);
            }
            return ConditionEvaluationResult.disabled(e.getMessage());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("the sandbox image cannot be made", e);
        }
    }
}
