package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.OperationalEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** A whole run in memory: decisions, a journal, and a network that shuffles, doubles and loses what it carries. */
final class Simulation {
    private static final int LIMIT = 200_000;

    private final RunDecisions decisions = new RunDecisions(Specs.COUNTING);
    private final ScriptedWorld world;
    private final SplittableRandom chaos;
    private final Weather weather;
    private final List<Message> flying = new ArrayList<>();
    private Outbox outbox = new Outbox(1);
    final List<Event> journal = new ArrayList<>();
    final List<Request> sent = new ArrayList<>();
    RunState state = new RunState.NotStarted();

    /** Chances in percent. */
    record Weather(boolean shuffle, int lost, int doubled, int crash) {
        static final Weather CALM = new Weather(false, 0, 0, 0);
        static final Weather STORM = new Weather(true, 10, 20, 2);
    }

    Simulation(ScriptedWorld world, Weather weather, long chaosSeed) {
        this.world = world;
        this.weather = weather;
        this.chaos = new SplittableRandom(chaosSeed);
    }

    static Simulation calm(RunSpec spec) {
        return new Simulation(new ScriptedWorld(), Weather.CALM, 0).run(spec);
    }

    Simulation run(RunSpec spec) {
        record(decisions.start(state, spec));
        goOn();
        return this;
    }

    /** Takes up a journal that was cut short. */
    Simulation resume(List<Event> events) {
        journal.addAll(events);
        restart();
        goOn();
        return this;
    }

    Started started() {
        return (Started) state;
    }

    /** The events' JSON in sorted order: the history without the order of arrival, and without what befell its operation. */
    List<String> history() {
        return journal.stream()
                .filter(event -> !(event instanceof OperationalEvent))
                .map(event -> new String(ProtocolJson.write(event), java.nio.charset.StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    private void goOn() {
        for (int step = 0; !started().at().ended(); step++) {
            if (step > LIMIT) {
                throw new AssertionError(
                        "the run does not end; it stands at " + started().at());
            }
            if (flying.isEmpty()) {
                outbox.tick();
                record(decisions.due(started()));
                continue;
            }
            Message next = flying.remove(weather.shuffle() ? chaos.nextInt(flying.size()) : 0);
            if (happens(weather.doubled())) {
                flying.add(next);
            }
            record(decide(started(), next));
            if (happens(weather.crash())) {
                restart();
            }
        }
    }

    private List<Event> decide(Started s, Message message) {
        return switch (message) {
            case RepositoryProtocol.Reply r -> decisions.on(s, r);
            case SolverProtocol.Reply r -> decisions.on(s, r);
            case SkillProtocol.Reply r -> decisions.on(s, r);
            case CuratorProtocol.Reply r -> decisions.on(s, r);
            case ValidatorProtocol.Reply r -> decisions.on(s, r);
            default -> throw new AssertionError(message);
        };
    }

    private void record(List<Event> events) {
        for (Event event : events) {
            journal.add(event);
            state = state.apply(event);
        }
        if (!(state instanceof Started s)) {
            return;
        }
        for (Request request : outbox.due(Agenda.pending(s))) {
            sent.add(request);
            for (Message reply : world.answer(request)) {
                if (!happens(weather.lost())) {
                    flying.add(reply);
                }
            }
        }
    }

    /** The process dies: what is not in the journal is lost, save what is still on its way. */
    private void restart() {
        outbox = new Outbox(1);
        state = new RunState.NotStarted();
        for (Event event : journal) {
            state = state.apply(event);
        }
        record(decisions.due(started()));
    }

    private boolean happens(int percent) {
        return chaos.nextInt(100) < percent;
    }
}
