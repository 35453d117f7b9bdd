package org.elenchus.tools.cli.bench.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Problem;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.tools.cli.bench.sample.Candidate;
import org.elenchus.tools.cli.bench.sample.Enumeration;
import org.elenchus.tools.repair.mending.Mend;
import org.elenchus.tools.repair.mending.Miss;
import org.elenchus.tools.repair.mending.Wanted;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.solver.EmbeddedSolver;
import org.elenchus.tools.repair.solver.FirstLook;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.SourceFiles;
import org.elenchus.tools.repair.syntax.Surroundings;

/** Broken states of one family, and whether the solver could mend each by one edit. Used by one thread. */
final class FamilySample {
    /** Candidates executed per state wanted, before fewer states must do. */
    private static final int PATIENCE = 4;

    private static final int TEXT = 200;

    private final PreparedRepository repository;
    private final Enumeration enumeration;
    private final SourceFiles files;
    private final Policy policy = new Policy(new EmbeddedSolver().basePolicy().weights());

    FamilySample(PreparedRepository repository, Enumeration enumeration, SourceFiles files) {
        this.repository = repository;
        this.enumeration = enumeration;
        this.files = files;
    }

    /** The first states of the family's seeded order that fail a test. @param progress called after each state */
    List<StateReach> states(Operator family, int sites, long seed, Sandbox sandbox, Runnable progress)
            throws SandboxFault {
        List<StateReach> states = new ArrayList<>();
        for (Candidate candidate : enumeration.of(family).sample(sites * PATIENCE, seed)) {
            if (states.size() == sites) {
                break;
            }
            Problem problem = new BrokenState(repository, candidate).problem(sandbox);
            if (problem != null) {
                states.add(look(candidate, problem, sandbox));
                progress.run();
            }
        }
        return states;
    }

    private StateReach look(Candidate candidate, Problem problem, Sandbox sandbox) throws SandboxFault {
        Optional<SourceFile> parsed = files.parsed(candidate.text());
        if (parsed.isEmpty()) {
            return state(candidate, 0, Optional.empty(), List.of(), Optional.of(Miss.DOES_NOT_PARSE));
        }
        Wanted wanted = new Wanted(parsed.get(), repository.source(candidate.path()));
        TreeSet<Integer> near = new TreeSet<>();
        wanted.near().stream().map(Place::index).forEach(near::add);
        FirstLook look = FirstLook.at(problem, files, sandbox, policy);
        List<Menu> menus = new ArrayList<>();
        for (FirstLook.Spot spot : look.spots()) {
            if (spot.path().equals(candidate.path())
                    && near.contains(spot.place().index())) {
                long begun = System.nanoTime();
                List<FirstLook.Offer> offers = look.menu(spot);
                menus.add(new Menu(spot, offers, (System.nanoTime() - begun) / 1e9));
            }
        }
        Optional<StateReach.Found> found = mending(menus, wanted::isReachedBy);
        if (found.isEmpty()) {
            // In other words: a refusal's text stands nowhere once it is gone.
            found = mending(menus, wanted::isMeantBy);
        }
        Optional<Miss> miss = found.isPresent()
                ? Optional.empty()
                : Optional.of(Mend.inOne(wanted, Surroundings.NONE).isEmpty() ? Mend.why(wanted) : Miss.NOT_SUSPECTED);
        return state(candidate, look.spots().size(), found, menus, miss);
    }

    /** @param seconds wall time it took to list and weigh */
    private record Menu(FirstLook.Spot spot, List<FirstLook.Offer> offers, double seconds) {}

    private static Optional<StateReach.Found> mending(List<Menu> menus, Predicate<CandidateEdit> mends) {
        Optional<FirstLook.Offer> best = Optional.empty();
        double likeliest = Double.NEGATIVE_INFINITY;
        double all = 0;
        double places = 0;
        for (Menu menu : menus) {
            double place = menu.spot().logProbability();
            double before = all;
            for (FirstLook.Offer offer : menu.offers()) {
                if (mends.test(offer.edit())) {
                    double chance = place + offer.logProbability();
                    all += StrictMath.exp(chance);
                    if (chance > likeliest) {
                        likeliest = chance;
                        best = Optional.of(offer);
                    }
                }
            }
            places += all > before ? StrictMath.exp(place) : 0;
        }
        double place = StrictMath.log(places);
        double any = StrictMath.log(all);
        return best.map(offer -> new StateReach.Found(offer.edit().operator().label(), offer.rank(), place, any));
    }

    private StateReach state(
            Candidate candidate, int places, Optional<StateReach.Found> found, List<Menu> menus, Optional<Miss> miss) {
        Wanted.Change change = Wanted.change(candidate.text(), repository.source(candidate.path()));
        return new StateReach(
                candidate.operator(),
                candidate.path(),
                candidate.line(),
                cut(change.lack()),
                cut(change.excess()),
                places,
                found,
                menus.stream().map(menu -> menu.offers().size()).toList(),
                menus.stream().map(Menu::seconds).toList(),
                miss);
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT) + "...";
    }
}
