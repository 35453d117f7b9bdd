package org.elenchus.tools.simulation;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.elenchus.actors.run.EvolutionRunActor;
import org.elenchus.actors.run.Patience;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.simulation.machine.Chance;
import org.elenchus.tools.simulation.machine.Fault;
import org.elenchus.tools.simulation.machine.Machine;
import org.elenchus.tools.simulation.machine.Weather;
import org.elenchus.tools.simulation.script.Script;

/** Plays schedules one after another on an actor system of its own. For one thread; a schedule depends on its seed and on no other. */
public final class Simulator implements AutoCloseable {
    private static final int SLOTS = 2;

    /** Steps until it clears up. An undisturbed run takes about a thousand. */
    private static final int STORM = 4_000;

    /** Steps a run may take after that. */
    private static final int PATIENCE = 60_000;

    /** The user who asks now and then how it goes, and by that brings a dead run to life. */
    private static final Duration ASKING = Duration.ofSeconds(20);

    private static final Patience QUICK = new Patience(Duration.ofMillis(400), Duration.ofSeconds(2));
    private static final Patience SLOW = new Patience(Duration.ofSeconds(4), Duration.ofSeconds(30));
    private static final int ONE_OF_KILLS_IS_THE_NODE = 8;

    private final Cast cast;
    private final Machine machine = new Machine();
    private final Script script = new Script(Specs.POOLS.all());
    private final ActorSystem<Void> system;
    private final Map<RunSpec, History> undisturbed = new HashMap<>();

    /** With the actors as they are. */
    public Simulator() {
        this(Cast.REAL);
    }

    public Simulator(Cast cast) {
        this.cast = cast;
        ActorSystemSetup setup =
                ActorSystemSetup.create(machine, BootstrapSetup.create(ConfigFactory.load("simulation")));
        this.system = machine.boot(() -> ActorSystem.create(Behaviors.empty(), "simulation", setup));
    }

    /** Plays the schedule of a seed. @param keepTrace whether to write down what happens */
    public Play play(long seed, Set<Fault> faults, boolean keepTrace) {
        RunSpec spec = Specs.of(seed);
        History expected = undisturbed.computeIfAbsent(spec, this::undisturbed);
        Chance chance = new Chance(seed);
        Weather weather = Weather.draw(chance, faults);
        Patience patience = chance.below(2) == 0 ? QUICK : SLOW;
        machine.begin(chance, weather, keepTrace);
        machine.trace().note("weather", "", weather);
        Schedule schedule = new Schedule(spec, patience, cast);
        try {
            Optional<Violation> violation = schedule.run(STORM).or(() -> schedule.check(expected));
            violation.ifPresent(
                    seen -> machine.trace().note("VIOLATED", seen.invariant().name(), seen.seen()));
            return new Play(
                    seed,
                    violation,
                    machine.steps(),
                    machine.now(),
                    machine.trace().lines());
        } finally {
            schedule.close();
        }
    }

    /** The history without faults. @throws IllegalStateException when there is none, for then there is nothing to compare with */
    private History undisturbed(RunSpec spec) {
        machine.begin(new Chance(0), Weather.CALM, false);
        Schedule schedule = new Schedule(spec, SLOW, Cast.REAL);
        try {
            schedule.run(0).ifPresent(violation -> {
                throw new IllegalStateException("without any fault: " + violation);
            });
            return schedule.history();
        } finally {
            schedule.close();
        }
    }

    @Override
    public void close() {
        system.terminate();
        machine.end();
    }

    /** One run, from its start until nothing of it is under way any more. */
    private final class Schedule {
        private final RunSpec spec;
        private final World world = new World(system, machine, script);
        private final Residents residents;
        private final Set<Fact> acknowledged = new HashSet<>();
        private final String journal;

        Schedule(RunSpec spec, Patience patience, Cast cast) {
            this.spec = spec;
            this.residents = new Residents(world, script.workbench(), cast, patience);
            this.journal = Residents.runJournal(spec.runId()).id();
            machine.network().observe(message -> Fact.acknowledged(message).ifPresent(acknowledged::add));
        }

        Optional<Violation> run(int storm) {
            for (int i = 0; i < SLOTS; i++) {
                world.slot(i);
            }
            ask();
            while (!isOver()) {
                if (machine.steps() == storm) {
                    clearUp();
                }
                if (machine.steps() > storm + PATIENCE) {
                    return Optional.of(new Violation(Invariant.FINISHES, "it stands at " + position()));
                }
                if (machine.chance().happens(machine.weather().crash())) {
                    crash();
                }
                if (machine.chance().happens(machine.weather().meddle())) {
                    meddle();
                }
                if (!machine.step()) {
                    return Optional.of(new Violation(Invariant.FINISHES, "nothing will happen at " + position()));
                }
            }
            settle();
            return position()
                    .filter(EvolutionRunProtocol.RunFailed.class::isInstance)
                    .map(failed -> new Violation(Invariant.DOES_NOT_FAIL, failed.toString()));
        }

        /** What is late must find nothing to change. */
        private void settle() {
            clearUp();
            int limit = machine.steps() + PATIENCE;
            while ((machine.network().underWay() > 0 || !machine.isIdle()) && machine.steps() < limit) {
                machine.step();
            }
        }

        private void clearUp() {
            if (machine.weather().shuffled()) {
                machine.trace().note("cleared", "", "no more faults");
                machine.change(Weather.CLEARED);
            }
        }

        private void ask() {
            residents.run(spec.runId()).tell(new EvolutionRunProtocol.Start(spec, system.ignoreRef()));
            machine.after(ASKING, this::ask);
        }

        /** Every order may come at every moment. What stands still goes on when the user asks next. */
        private void meddle() {
            ActorRef<EvolutionRunProtocol.Status> nobody = system.ignoreRef();
            EvolutionRunProtocol.Command order = switch (machine.chance().below(4)) {
                case 0 -> new EvolutionRunProtocol.Pause(nobody);
                case 1 -> new EvolutionRunProtocol.Cancel(nobody);
                case 2 -> new EvolutionRunProtocol.Resume(nobody);
                default -> {
                    Share share = new Share(1 + machine.chance().below(20), Optional.of(1));
                    yield new EvolutionRunProtocol.SetShare(share, nobody);
                }
            };
            machine.trace().note("MEDDLED", "", order.getClass().getSimpleName());
            residents.run(spec.runId()).tell(order);
        }

        /** One of those that live; now and then all of them. */
        private void crash() {
            List<String> living = world.living();
            if (living.isEmpty()) {
                return;
            }
            if (machine.chance().below(ONE_OF_KILLS_IS_THE_NODE) == 0) {
                living.forEach(world::kill);
            } else {
                world.kill(living.get(machine.chance().below(living.size())));
            }
            // A node has died, and a run that lives elsewhere hears of it.
            world.whisper(journal, new EvolutionRunActor.Hasten());
        }

        private Optional<JournaledEvent> position() {
            return machine.journal().last(journal);
        }

        private boolean isOver() {
            return position()
                    .filter(event -> event instanceof EvolutionRunProtocol.RunFailed
                            || (event instanceof EvolutionRunProtocol.PhaseEntered entered
                                    && entered.phase() == Phase.FINISHED))
                    .isPresent();
        }

        History history() {
            return new History(spec.runId(), machine.journal().events());
        }

        Optional<Violation> check(History expected) {
            return Invariants.check(history(), acknowledged, machine.journal().breaches(), expected);
        }

        void close() {
            world.close();
            machine.end();
        }
    }
}
