package org.elenchus.tools.simulation.machine;

import com.typesafe.config.Config;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageQueue;
import org.apache.pekko.dispatch.ProducesMessageQueue;
import org.apache.pekko.dispatch.UnboundedMessageQueueSemantics;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Every actor's mailbox: what would cross nodes passes through the machine's network first. Named in {@code simulation.conf}. */
public final class SimulatedMailbox implements MailboxType, ProducesMessageQueue<SimulatedMailbox.Mail> {
    private final Network network;

    public SimulatedMailbox(ActorSystem.Settings settings, Config config) {
        this.network = Machine.of(settings.setup()).network();
    }

    @Override
    public MessageQueue create(Option<ActorRef> owner, Option<ActorSystem> system) {
        return new Mail(network);
    }

    /** First in, first out. */
    static final class Mail implements MessageQueue, UnboundedMessageQueueSemantics {
        private final Network network;
        private final Queue<Envelope> envelopes = new ConcurrentLinkedQueue<>();

        Mail(Network network) {
            this.network = network;
        }

        @Override
        public void enqueue(ActorRef receiver, Envelope envelope) {
            if (!network.carries(receiver, envelope.message(), envelope.sender())) {
                envelopes.add(envelope);
            }
        }

        @Override
        public @Nullable Envelope dequeue() {
            return envelopes.poll();
        }

        @Override
        public int numberOfMessages() {
            return envelopes.size();
        }

        @Override
        public boolean hasMessages() {
            return !envelopes.isEmpty();
        }

        /** What a dead actor did not read is lost with it. */
        @Override
        public void cleanUp(ActorRef owner, MessageQueue deadLetters) {
            envelopes.clear();
        }
    }
}
