package org.elenchus.tools.cli.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.elenchus.actors.gates.Evidence;
import org.elenchus.actors.gates.Gates;
import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Gate;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.Task;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.cli.history.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges a task that somebody wrote by hand. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Judge a task written by hand: a diff that breaks a repository, of any language, by the four gates.",
            "A REPO is maven:GROUP:ARTIFACT:VERSION, dir:PATH or git:PATH[@REVISION[:MODULE]]. Other languages than Java need an",
            "elenchus.json in it (docs/any-language.md). Exit code 0: the task is valid; 1: it is not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  elenchus tasks check --repo dir:../shop --patch bug.diff",
            "  elenchus tasks check --repo git:../shop@v1.2 --patch bug.diff --json",
            "  elenchus tasks check --repo maven:commons-cli:commons-cli:1.10.0 --patch bug.diff"
        })
public final class CheckCommand extends Verb {
    /** By hand means that no skill guided it. */
    private static final SkillId SKILL = SkillId.UNGUIDED;

    @Option(names = "--repo", required = true, paramLabel = "REPO", description = "The repository.")
    private String repository = "";

    @Option(
            names = "--patch",
            required = true,
            paramLabel = "FILE",
            description = "A unified diff of main sources that breaks the repository; paths from its top.")
    private @Nullable Path patch;

    @Option(
            names = "--statement",
            paramLabel = "TEXT",
            defaultValue = "Tests that used to pass fail. Find out what is wrong and mend it.",
            description = "What is wrong, as a user would report it; it may not quote the removed code.")
    private String statement = "";

    @Option(
            names = "--toolchain",
            paramLabel = "DIR",
            description =
                    "A folder outside /usr that the repository's command may read: where its Python, Node or JDK is.")
    private List<Path> toolchains = List.of();

    @Option(names = "--json", description = "Print JSON for scripts.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        RepositoryCoordinate coordinate = coordinate();
        String diff = diff();
        Checked checked;
        try (CheckPlace place = CheckPlace.open(
                paths(),
                readable(),
                (repo, stage, done, total) -> progress(
                        repo.shortName() + ": " + Words.of(stage) + (total > 1 ? " " + done + "/" + total : ""),
                        done))) {
            CheckPlace.Prepared prepared = place.prepared(coordinate);
            place.enforcement(prepared).notEnforced().forEach(bound -> err().println("not enforced: " + bound));
            err().flush();
            checked = check(place, prepared, diff);
        }
        print(json ? CheckText.json(checked) + "\n" : CheckText.text(checked));
        return (checked.isValid() ? ExitCode.SUCCESS : ExitCode.FAILURE).code();
    }

    private void progress(String text, int done) {
        if (done == 0) {
            err().println("preparing " + text);
            err().flush();
        }
    }

    private RepositoryCoordinate coordinate() throws Fault {
        try {
            return new RepositoryCoordinate(repository.strip());
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }

    private List<Path> readable() throws Fault {
        List<Path> folders = new ArrayList<>();
        for (Path named : toolchains) {
            Path folder = absolute(named).normalize();
            if (!Files.isDirectory(folder) || folder.getNameCount() == 0) {
                throw Fault.usage(
                        "--toolchain " + named + " is not a folder of an installation; name one, such as /opt/node");
            }
            folders.add(folder);
        }
        return folders;
    }

    private String diff() throws Fault {
        Path file = absolute(Objects.requireNonNull(patch, "picocli requires it"));
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Fault.usage("--patch " + patch + " cannot be read; name a unified diff in UTF-8");
        }
    }

    private Checked check(CheckPlace place, CheckPlace.Prepared prepared, String diff) throws Fault {
        RepositorySummary summary = prepared.summary();
        try {
            CandidateTask candidate = candidate(prepared.repository(), diff);
            Artifacts artifacts = place.artifacts();
            return switch (new Gates(artifacts).judge(candidate, prepared.repository(), place.sandbox())) {
                case Verdict.Valid valid ->
                    Checked.valid(
                            summary,
                            artifacts.get(valid.task(), Task.class),
                            valid.task(),
                            seen(artifacts, valid.evidence()));
                case Verdict.Rejected rejected ->
                    Checked.refused(summary, rejected.gate(), rejected.reason(), seen(artifacts, rejected.evidence()));
                case Verdict.Undecided undecided -> throw Fault.failure("undecided: " + undecided.fault());
            };
        } catch (PatchRefused e) {
            return Checked.refused(summary, Gate.FORMAT, e.reason(), List.of());
        } catch (SandboxFault e) {
            throw Fault.failure("undecided, the sandbox failed: " + e.getMessage());
        }
    }

    private CandidateTask candidate(PreparedRepository repository, String diff) throws PatchRefused {
        RepositorySummary known = repository.summary();
        Breaking breaking = Breaking.of(DiffFile.read(diff), repository);
        return new CandidateTask(
                "by-hand/" + known.coordinate().shortName() + "/"
                        + Digest.of(diff).brief(),
                Pool.TRAIN,
                known.coordinate(),
                known.snapshot(),
                SKILL,
                breaking.patch(),
                List.of(),
                statement,
                breaking.tests());
    }

    private static List<Evidence.Observation> seen(Artifacts artifacts, Digest evidence) {
        return artifacts.get(evidence, Evidence.class).observations();
    }
}
