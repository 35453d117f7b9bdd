package org.elenchus.tools.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pekko.actor.InternalActorRef;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.RecipientRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.elenchus.actors.slot.SlotActor;
import org.elenchus.actors.slot.SlotMeter;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.protocol.Message;
import org.elenchus.tools.simulation.machine.Machine;
import org.elenchus.tools.simulation.machine.Network;
import org.elenchus.tools.simulation.script.Script;

/**
 * Who lives, and under which address. An address is brought to life by a message to it, as Cluster Sharding does, and again by the next
 * message after it has died.
 */
final class World {
    private static final String DESK = "work-desk";

    private final ActorSystem<?> system;
    private final Machine machine;
    private final Script script;
    private final ActorRef<WorkDesk.Command> desk;
    private final Map<String, ActorRef<?>> alive = new LinkedHashMap<>();
    private final Map<String, Integer> lives = new LinkedHashMap<>();
    private final SlotMeter meter = new SlotMeter();
    private boolean open = true;

    World(ActorSystem<?> system, Machine machine, Script script) {
        this.system = system;
        this.machine = machine;
        this.script = script;
        this.desk = system.systemActorOf(Behaviors.receiveMessage(this::toDesk), DESK + "-proxy", Props.empty());
    }

    /** The desk's address: what lives there changes, as a cluster singleton does. */
    ActorRef<WorkDesk.Command> desk() {
        return desk;
    }

    private Behavior<WorkDesk.Command> toDesk(WorkDesk.Command command) {
        deliver(DESK, WorkDesk::create, command);
        return Behaviors.same();
    }

    <C extends Message> RecipientRef<C> address(String name, Supplier<Behavior<C>> behavior) {
        return command -> machine.network().send(name, command, () -> deliver(name, behavior, command));
    }

    private <C> void deliver(String name, Supplier<Behavior<C>> behavior, C message) {
        if (open) {
            ActorRef<?> living = alive.get(name);
            if (living == null || internal(living).isTerminated()) {
                living = spawn(name, behavior.get());
            }
            machine.network().deliver(Adapter.toClassic(living), message, org.apache.pekko.actor.ActorRef.noSender());
        }
    }

    /** Tells whoever lives at an address, on its own node; nobody comes to life by it. */
    void whisper(String name, Message message) {
        ActorRef<?> living = alive.get(name);
        if (living != null && !internal(living).isTerminated()) {
            machine.network().deliver(Adapter.toClassic(living), message, org.apache.pekko.actor.ActorRef.noSender());
        }
    }

    /** A slot of its own, from now on. */
    void slot(int number) {
        if (open) {
            String name = Network.SLOT + number;
            spawn(name, SlotActor.create(desk, script.workbench(), script, meter));
        }
    }

    private <C> ActorRef<C> spawn(String name, Behavior<C> behavior) {
        int life = lives.merge(name, 1, Integer::sum);
        machine.trace().note("born", name, "life " + life);
        ActorRef<C> living = system.systemActorOf(behavior, name.replace('|', ':') + "." + life, Props.empty());
        alive.put(name, living);
        return living;
    }

    /** Who lives, in the order of births. */
    List<String> living() {
        return List.copyOf(alive.keySet());
    }

    /** Ends a life between two messages, without notice: what it did not journal is gone. A slot comes back after a while. */
    void kill(String name) {
        ActorRef<?> victim = alive.remove(name);
        if (victim == null) {
            return;
        }
        machine.trace().note("KILLED", name, "life " + lives.get(name));
        internal(victim).stop();
        machine.journal().crash(name);
        if (name.startsWith(Network.SLOT)) {
            int number = Integer.parseInt(name.substring(Network.SLOT.length()));
            machine.after(
                    Duration.ofNanos(
                            machine.chance().nanos(Duration.ofSeconds(5).toNanos())),
                    () -> slot(number));
        }
    }

    /** Ends everything. */
    void close() {
        open = false;
        List<ActorRef<?>> all = new ArrayList<>(alive.values());
        all.add(desk);
        alive.clear();
        all.forEach(victim -> internal(victim).stop());
    }

    /** Stopping by way of the actor's parent would let it go on until the parent has heard of it. */
    private static InternalActorRef internal(ActorRef<?> ref) {
        return (InternalActorRef) Adapter.toClassic(ref);
    }
}
