package org.elenchus.cluster;

import java.util.List;

/**
 * Where nodes that share something find each other, and agree on who begins a cluster: two clusters on one journal would undo each other's
 * work. Addresses are {@code host:port} of remoting. Its methods block; what they throw means that the place is out of reach.
 */
public interface MeetingPoint {
    /** Other nodes that were part of a cluster lately; some may be dead by now. */
    List<String> others(String self);

    /** Claims the right to begin a cluster. @return false while another node was seen lately, or may still be there */
    boolean begin(String self);

    /** This node is part of the cluster now. To be repeated every few seconds. */
    void seen(String self);

    /** This node has left in order and need not be waited for. */
    void left(String self);
}
