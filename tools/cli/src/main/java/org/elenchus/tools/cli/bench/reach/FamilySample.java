package org.elenchus.tools.cli.bench.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
            return state(candidate, 0, Optional.empty(), List.of(), List.of(), Optional.of(Miss.DOES_NOT_PARSE));
        }
        Wanted wanted = new Wanted(parsed.get(), repository.source(candidate.path()));
        TreeSet<Integer> near = new TreeSet<>();
        wanted.near().stream().map(Place::index).forEach(near::add);
        FirstLook look = FirstLook.at(problem, files, sandbox, policy);
        List<Integer> menus = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        StateReach.Found best = null;
        double all = 0;
        double mending = 0;
        double likeliest = Double.NEGATIVE_INFINITY;
        for (FirstLook.Spot spot : look.spots()) {
            if (!spot.path().equals(candidate.path())
                    || !near.contains(spot.place().index())) {
                continue;
            }
            long begun = System.nanoTime();
            List<FirstLook.Offer> menu = look.menu(spot);
            seconds.add((System.nanoTime() - begun) / 1e9);
            menus.add(menu.size());
            double before = all;
            for (FirstLook.Offer offer : menu) {
                if (wanted.isReachedBy(offer.edit())) {
                    double chance = spot.logProbability() + offer.logProbability();
                    all += StrictMath.exp(chance);
                    if (chance > likeliest) {
                        likeliest = chance;
                        best = new StateReach.Found(offer.edit().operator().label(), offer.rank(), 0, 0);
                    }
                }
            }
            mending += all > before ? StrictMath.exp(spot.logProbability()) : 0;
        }
        int places = look.spots().size();
        if (best == null) {
            Miss miss = Mend.inOne(wanted, Surroundings.NONE).isEmpty() ? Mend.why(wanted) : Miss.NOT_SUSPECTED;
            return state(candidate, places, Optional.empty(), menus, seconds, Optional.of(miss));
        }
        StateReach.Found found =
                new StateReach.Found(best.operator(), best.rank(), StrictMath.log(mending), StrictMath.log(all));
        return state(candidate, places, Optional.of(found), menus, seconds, Optional.empty());
    }

    private StateReach state(
            Candidate candidate,
            int places,
            Optional<StateReach.Found> found,
            List<Integer> menus,
            List<Double> seconds,
            Optional<Miss> miss) {
        Wanted.Change change = Wanted.change(candidate.text(), repository.source(candidate.path()));
        return new StateReach(
                candidate.operator(),
                candidate.path(),
                candidate.line(),
                cut(change.lack()),
                cut(change.excess()),
                places,
                found,
                menus,
                seconds,
                miss);
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT) + "...";
    }
}
