package org.elenchus.tools.repair.author;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.protocol.trace.ChoiceSet;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.policy.Draws;
import org.elenchus.tools.repair.syntax.SourceFile;

/** Draws mutations for one commission: an operator, a site of it, an edit there; no site twice, spread over files and methods. */
final class Drafting {
    /** Sites offered per operator; enough to choose from, few enough to record. */
    private static final int OFFERED = 160;

    /** Share of candidates with two mutations. */
    private static final double DOUBLE = 0.12;

    private static final int PER_METHOD = 2;
    private static final int FRUITLESS = 40;

    private final PreparedRepository repository;
    private final Draws draws;
    private final RandomGenerator coin;
    private final List<ChoiceSet> choiceSets = new ArrayList<>();
    private final List<Operator> operators;
    private final Map<Operator, List<MutationSite>> offered = new EnumMap<>(Operator.class);
    private final Map<Operator, Integer> siteSets = new EnumMap<>(Operator.class);
    private final Map<Operator, SortedSet<Integer>> used = new EnumMap<>(Operator.class);
    private final SortedMap<String, Integer> editSets = new TreeMap<>();
    private final SortedSet<String> broken = new TreeSet<>();
    private final SortedMap<String, Integer> perMethod = new TreeMap<>();
    private final SortedMap<String, Integer> perFile = new TreeMap<>();
    private final int fileLimit;
    private int drawn;

    Drafting(TaskAuthor.Commission commission, SiteIndex index, Policy generator) {
        this.repository = commission.repository();
        this.draws = new Draws(generator, commission.key().at("choices"));
        this.coin = commission.key().at("shape").generator();
        Guidance guidance = new Guidance(commission.skill());
        Map<Operator, List<MutationSite>> byOperator = new EnumMap<>(Operator.class);
        guidance.select(index.sites())
                .forEach(site -> byOperator
                        .computeIfAbsent(site.operator(), o -> new ArrayList<>())
                        .add(site));
        this.operators = List.copyOf(byOperator.keySet());
        byOperator.forEach((operator, sites) -> offered.put(
                operator,
                sample(sites, commission.key().at("sites").at(operator.label()).generator())));
        operators.forEach(operator -> used.put(operator, new TreeSet<>()));
        choiceSets.add(SiteRows.operators(
                operators,
                operators.stream().map(guidance::rank).toList(),
                operators.stream().map(o -> sitesOf(byOperator, o).size()).toList()));
        long files = byOperator.values().stream()
                .flatMap(List::stream)
                .map(MutationSite::path)
                .distinct()
                .count();
        this.fileLimit = (int) Math.max(3, Math.ceilDiv(2L * commission.count(), Math.max(1, files)));
    }

    private static List<MutationSite> sitesOf(Map<Operator, List<MutationSite>> byOperator, Operator operator) {
        return byOperator.getOrDefault(operator, List.of());
    }

    List<ChoiceSet> choiceSets() {
        return List.copyOf(choiceSets);
    }

    /** A keyed sample without replacement, in drawn order. */
    private static List<MutationSite> sample(List<MutationSite> sites, RandomGenerator random) {
        List<MutationSite> pool = new ArrayList<>(sites);
        int size = Math.min(OFFERED, pool.size());
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(pool.size() - i);
            MutationSite drawn = pool.get(j);
            pool.set(j, pool.get(i));
            pool.set(i, drawn);
        }
        return List.copyOf(pool.subList(0, size));
    }

    /** The next draft; empty when the sites are used up. */
    Optional<Draft> next() {
        for (int fruitless = 0; fruitless < FRUITLESS; fruitless++) {
            List<Choice> choices = new ArrayList<>();
            Optional<Draft.Mutant> first = mutant(choices);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            boolean twice = coin.nextDouble() < DOUBLE;
            if (!parses(first.get())) {
                continue;
            }
            count(first.get());
            return Optional.of(twice ? second(first.get(), choices) : new Draft(List.of(first.get()), choices));
        }
        return Optional.empty();
    }

    /** Adds a second mutation that shares a test with the first; stays with one where none is found. */
    private Draft second(Draft.Mutant first, List<Choice> choices) {
        List<Choice> both = new ArrayList<>(choices);
        Optional<Draft.Mutant> second = mutant(both);
        boolean fits = second.isPresent()
                && !second.get().site().method().equals(first.site().method())
                && shareTests(first.site(), second.get().site())
                && parses(second.get());
        if (!fits) {
            return new Draft(List.of(first), choices);
        }
        count(second.get());
        return new Draft(List.of(first, second.get()), both);
    }

    private boolean shareTests(MutationSite first, MutationSite second) {
        SortedSet<TestId> tests = Reach.of(repository, first);
        return Reach.of(repository, second).stream().anyMatch(tests::contains);
    }

    /** Draws operator, site and edit; the site cannot be drawn again. */
    private Optional<Draft.Mutant> mutant(List<Choice> choices) {
        List<Integer> spent = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            if (closed(operators.get(i)).size() == offeredBy(operators.get(i)).size()) {
                spent.add(i);
            }
        }
        if (spent.size() == operators.size()) {
            return Optional.empty();
        }
        Choice what = draws.from(0, choiceSets.getFirst(), spent, "operator/" + drawn++);
        Operator operator = operators.get(what.chosen());
        int set = siteSets.computeIfAbsent(operator, o -> add(SiteRows.sites(offeredBy(o))));
        Choice where = draws.from(set, choiceSets.get(set), closed(operator), "site/" + operator.label());
        MutationSite site = offeredBy(operator).get(where.chosen());
        usedBy(operator).add(where.chosen());
        broken.add(site.key());
        List<CandidateEdit> edits = EditCatalogue.edits(site.file(), site.place(), Purpose.BREAK).stream()
                .filter(e -> e.operator() == operator && e.context() == site.context())
                .toList();
        String editKey = site.key() + "/" + site.context().label();
        int editSet = editSets.computeIfAbsent(editKey, k -> add(SiteRows.edits(edits)));
        Choice how = draws.from(editSet, choiceSets.get(editSet), List.of(), "edit/" + editKey);
        choices.addAll(List.of(what, where, how));
        return Optional.of(new Draft.Mutant(site, edits.get(how.chosen())));
    }

    private List<MutationSite> offeredBy(Operator operator) {
        return offered.getOrDefault(operator, List.of());
    }

    private SortedSet<Integer> usedBy(Operator operator) {
        return used.computeIfAbsent(operator, o -> new TreeSet<>());
    }

    /** Rows of an operator's sites that are used, or whose method or file has had its share. */
    private SortedSet<Integer> closed(Operator operator) {
        SortedSet<Integer> closed = new TreeSet<>(usedBy(operator));
        List<MutationSite> sites = offeredBy(operator);
        for (int i = 0; i < sites.size(); i++) {
            MutationSite site = sites.get(i);
            if (broken.contains(site.key())
                    || perMethod.getOrDefault(site.method(), 0) >= PER_METHOD
                    || perFile.getOrDefault(site.path(), 0) >= fileLimit) {
                closed.add(i);
            }
        }
        return closed;
    }

    private void count(Draft.Mutant mutant) {
        perMethod.merge(mutant.site().method(), 1, Integer::sum);
        perFile.merge(mutant.site().path(), 1, Integer::sum);
    }

    private static boolean parses(Draft.Mutant mutant) {
        return SourceFile.parses(mutant.edit().applyTo(mutant.site().file().text()));
    }

    private int add(ChoiceSet set) {
        choiceSets.add(set);
        return choiceSets.size() - 1;
    }
}
