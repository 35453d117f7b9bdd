package org.elenchus.tools.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Only here are all modules on one class path, so their layering is checked here. */
class LayeringTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.elenchus");

    @Test
    void every_module_is_looked_at() {
        assertThat(ALL)
                .extracting(c -> c.getPackageName())
                .contains(
                        "org.elenchus.protocol",
                        "org.elenchus.actors",
                        "org.elenchus.persistence",
                        "org.elenchus.cluster",
                        "org.elenchus.tools.worker",
                        "org.elenchus.tools.verifier",
                        "org.elenchus.tools.simulation",
                        "org.elenchus.tools.cli");
    }

    @Test
    void the_protocol_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("org.elenchus.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.elenchus.actors..",
                        "org.elenchus.persistence..",
                        "org.elenchus.cluster..",
                        "org.elenchus.tools..")
                .check(ALL);
    }

    @Test
    void actors_and_persistence_do_not_know_each_other_nor_the_tools() {
        noClasses()
                .that()
                .resideInAPackage("org.elenchus.actors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.elenchus.persistence..", "org.elenchus.tools..", "org.h2..", "java.sql..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("org.elenchus.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.elenchus.actors..", "org.elenchus.cluster..", "org.elenchus.tools..")
                .check(ALL);
    }

    @Test
    void only_persistence_knows_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.elenchus.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.h2..", "java.sql..", "slick..")
                .check(ALL);
    }

    @Test
    void of_the_tools_only_the_composition_root_and_the_simulated_machine_touch_the_actor_system() {
        noClasses()
                .that()
                .resideInAPackage("org.elenchus.tools..")
                .and()
                .resideOutsideOfPackages(
                        "org.elenchus.tools.cli.node..",
                        "org.elenchus.tools.simulation",
                        "org.elenchus.tools.simulation.machine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko..")
                .check(ALL);
    }

    @Test
    void the_worker_knows_nothing_of_the_house() {
        noClasses()
                .that()
                .resideInAPackage("org.elenchus.tools.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.elenchus.protocol..",
                        "org.elenchus.actors..",
                        "org.elenchus.persistence..",
                        "org.apache.pekko..",
                        "com.fasterxml..",
                        "org.slf4j..")
                .check(ALL);
    }

    @Test
    void the_verifier_of_any_language_knows_the_ports_and_nothing_of_java_repositories() {
        noClasses()
                .that()
                .resideInAPackage("org.elenchus.tools.verifier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.elenchus.tools.worker..",
                        "org.elenchus.tools.mining..",
                        "org.elenchus.tools.repair..",
                        "org.elenchus.tools.cli..",
                        "org.elenchus.persistence..")
                .check(ALL);
        slices().matching("org.elenchus.tools.verifier.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @Test
    void history_and_reports_read_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.elenchus.tools.cli.history..", "org.elenchus.tools.cli.report..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(ALL);
    }

    @Test
    void reading_history_needs_no_package_cycle() {
        slices().matching("org.elenchus.tools.cli.(history|report|task|progress)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }
}
