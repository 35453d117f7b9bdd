package org.elenchus.tools.simulation.machine;

import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.WrappedMessage;
import org.elenchus.actors.slot.SlotActor;
import org.elenchus.actors.slot.WorkDesk;
import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.Message;

/**
 * Carries what would cross nodes: the protocol's commands and replies, and what the desk and the slots tell each other. Messages of an actor
 * to itself, to its children and to the journal never leave its node and are not touched.
 */
public final class Network {
    /** What slots' names begin with. */
    public static final String SLOT = "slot-";

    private static final String PROTOCOL = Message.class.getPackageName() + ".";

    /** Pekko's own messages name what differs from one play to the next: writers, counters. */
    private static final String OURS = "org.elenchus.";

    private final Machine machine;
    private Consumer<Message> observer = message -> {};
    private boolean passing;
    private int underWay;

    Network(Machine machine) {
        this.machine = machine;
    }

    /** Is told of every message that is sent, whatever becomes of it. */
    public void observe(Consumer<Message> newObserver) {
        this.observer = newObserver;
    }

    /** Messages that were neither delivered nor lost yet. */
    public int underWay() {
        return underWay;
    }

    /** Sends to an address. @param delivery is run once per copy that arrives */
    public void send(String address, Message message, Runnable delivery) {
        machine.trace().note("sent", address, message);
        if (!carries(address, message, delivery)) {
            delivery.run();
        }
    }

    /**
     * Delivers past the network. An actor that is only being started has its first message passed on later, by Pekko, so that one meets the
     * network's faults once more.
     */
    public void deliver(ActorRef receiver, Object message, ActorRef sender) {
        boolean before = passing;
        passing = true;
        try {
            receiver.tell(message, sender);
        } finally {
            passing = before;
        }
    }

    void reset() {
        observer = message -> {};
        underWay = 0;
    }

    /** Whether the network sees to this message, so that it must not be put into the mailbox now. */
    boolean carries(ActorRef receiver, Object envelope, ActorRef sender) {
        if (!machine.isSimulating()) {
            return false;
        }
        Object content = envelope instanceof WrappedMessage wrapped ? wrapped.message() : envelope;
        boolean stays = passing || !crossesNodes(receiver, content);
        String name = receiver.path().name();
        if (content.getClass().getName().startsWith(OURS)) {
            machine.trace().note(stays ? "got" : "sent", name, content);
        }
        return !stays && carries(name, (Message) content, () -> deliver(receiver, envelope, sender));
    }

    private static boolean crossesNodes(ActorRef receiver, Object content) {
        return switch (content) {
            // A slot's own thread hands it the result; to all others the desk does.
            case WorkResult result -> !receiver.path().name().startsWith(SLOT);
            case WorkDesk.Command command -> true;
            case SlotActor.Assign assign -> true;
            case Message message -> message.getClass().getName().startsWith(PROTOCOL);
            default -> false;
        };
    }

    private boolean carries(String address, Message message, Runnable delivery) {
        observer.accept(message);
        Weather weather = machine.weather();
        Chance chance = machine.chance();
        if (chance.happens(weather.drop())) {
            machine.trace().note("LOST", address, message);
            return true;
        }
        if (chance.happens(weather.duplicate())) {
            machine.trace().note("DOUBLED", address, message);
            later(delivery, chance.happens(500));
        }
        if (chance.happens(weather.delay())) {
            machine.trace().note("DELAYED", address, message);
            later(delivery, true);
            return true;
        }
        if (chance.happens(weather.reorder())) {
            machine.trace().note("OVERTAKEN", address, message);
            later(delivery, false);
            return true;
        }
        return false;
    }

    /** @param slow by virtual time, or only behind something else that is ready */
    private void later(Runnable delivery, boolean slow) {
        underWay++;
        Runnable arrival = () -> {
            underWay--;
            delivery.run();
        };
        if (slow) {
            machine.time().after(machine.chance().nanos(Weather.LONGEST_DELAY.toNanos()), arrival);
        } else {
            machine.ready(arrival);
        }
    }
}
