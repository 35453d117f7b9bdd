package org.elenchus.tools.cli.bench.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;

/**
 * Every edit of a repository's main sources at a place that a trusted test reaches, in order of path, place and operator.
 *
 * @param nanos wall time it took to parse the sources and list the edits
 */
public record Enumeration(PreparedRepository repository, List<Offer> offers, long nanos) {
    /** An edit offered at a place. */
    public record Offer(String path, Place place, CandidateEdit edit) {}

    public Enumeration {
        offers = List.copyOf(offers);
    }

    public static Enumeration of(PreparedRepository repository, Purpose purpose) {
        long start = System.nanoTime();
        List<Offer> offers = new ArrayList<>();
        for (String path : repository.files()) {
            boolean declaresOnly = path.endsWith("module-info.java") || path.endsWith("package-info.java");
            Optional<SourceFile> parsed = declaresOnly ? Optional.empty() : SourceFile.parse(repository.source(path));
            parsed.ifPresent(file -> collect(repository, path, file, purpose, offers));
        }
        return new Enumeration(repository, offers, System.nanoTime() - start);
    }

    private static void collect(
            PreparedRepository repository, String path, SourceFile file, Purpose purpose, List<Offer> offers) {
        for (Place place : file.places()) {
            if (!reaching(repository, path, place).isEmpty()) {
                EditCatalogue.edits(file, place, purpose).forEach(edit -> offers.add(new Offer(path, place, edit)));
            }
        }
    }

    /** The edits of one operator. */
    public Enumeration of(Operator operator) {
        return new Enumeration(
                repository,
                offers.stream().filter(o -> o.edit().operator() == operator).toList(),
                nanos);
    }

    /** Seconds per edit listed. */
    public double secondsPerEdit() {
        return offers.isEmpty() ? 0 : nanos / 1e9 / offers.size();
    }

    /** So many edits (all where there are fewer), each equally likely, without repetition; a longer sample begins with a shorter one. */
    public List<Candidate> sample(int count, long seed) {
        RandomGenerator random = DrawKey.of(
                        seed, "bench", repository.summary().coordinate().value())
                .generator();
        List<Offer> urn = new ArrayList<>(offers);
        List<Candidate> drawn = new ArrayList<>();
        for (int i = 0; i < Math.min(count, offers.size()); i++) {
            int at = i + random.nextInt(urn.size() - i);
            Offer chosen = urn.set(at, urn.get(i));
            drawn.add(candidate(chosen));
        }
        return List.copyOf(drawn);
    }

    private Candidate candidate(Offer offer) {
        return new Candidate(
                offer.path(),
                offer.edit().operator().label(),
                offer.place().firstLine(),
                offer.edit().applyTo(repository.source(offer.path())),
                reaching(repository, offer.path(), offer.place()).stream()
                        .map(repository::budgeted)
                        .toList());
    }

    private static SortedSet<TestId> reaching(PreparedRepository repository, String path, Place place) {
        SortedSet<TestId> tests = new TreeSet<>();
        for (int line = place.firstLine(); line <= place.lastLine(); line++) {
            tests.addAll(repository.testsReaching(path, line));
        }
        return tests;
    }
}
