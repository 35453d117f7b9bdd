package org.elenchus.actors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The layering that the documents promise. */
class ArchitectureTest {
    private static final String[] PEKKO_FREE = {
        "..actors.port..", "..actors.gates..", "..actors.grading..", "..actors.evaluation..", "..actors.learning.."
    };

    private static final JavaClasses ACTORS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.elenchus.actors");

    @Test
    void learning_knows_the_jdk_and_protocol_values_only() {
        classes()
                .that()
                .resideInAPackage("..actors.learning..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.elenchus.protocol..", "org.elenchus.actors.learning..", "org.jspecify..")
                .check(ACTORS);
    }

    @Test
    void learning_computes_with_strict_math_only() {
        noClasses()
                .that()
                .resideInAPackage("..actors.learning..")
                .should()
                .callMethod(Math.class, "exp", double.class)
                .orShould()
                .callMethod(Math.class, "log", double.class)
                .orShould()
                .callMethod(Math.class, "expm1", double.class)
                .orShould()
                .callMethod(Math.class, "pow", double.class, double.class)
                .orShould()
                .callMethod(Math.class, "sqrt", double.class)
                .check(ACTORS);
    }

    @Test
    void ports_gates_grading_evaluation_and_learning_are_free_of_actors() {
        noClasses()
                .that()
                .resideInAnyPackage(PEKKO_FREE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko..")
                .check(ACTORS);
    }

    @Test
    void nothing_reads_a_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("replay never reads a clock; events hold nothing of it")
                .check(ACTORS);
    }

    @Test
    void every_random_draw_is_keyed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SplittableRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("draws come from DrawKey, so that the same seed gives the same history")
                .check(ACTORS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.elenchus.actors.(*)..").should().beFreeOfCycles().check(ACTORS);
    }
}
