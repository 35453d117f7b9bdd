package org.elenchus.cluster;

import com.typesafe.config.Config;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.Address;
import org.apache.pekko.event.EventStream;
import org.apache.pekko.remote.PhiAccrualFailureDetector;

/** Takes a member for gone when its process is known to have ended, and otherwise when its heartbeats have been missing for too long. */
public final class EndOrSilence extends PhiAccrualFailureDetector {
    /** Shared by all systems of a JVM: what has ended for one has ended. */
    private static final Set<String> ENDED = ConcurrentHashMap.newKeySet();

    private volatile String address = "";

    /** Made by Pekko, by the name in the configuration. */
    public EndOrSilence(Config config, EventStream events) {
        super(config, events);
    }

    static void ended(Address member) {
        ENDED.add(member.toString());
    }

    /** The member is gone, or was replaced by another at its address. */
    static void forget(Address member) {
        ENDED.remove(member.toString());
    }

    @Override
    public void setAddress(String member) {
        super.setAddress(member);
        address = member;
    }

    @Override
    public boolean isAvailable() {
        return !ENDED.contains(address) && super.isAvailable();
    }
}
