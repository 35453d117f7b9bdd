package org.elenchus.cluster;

import java.util.List;

/** How a node finds the cluster that it belongs to. */
public sealed interface Contact {
    /** By what all nodes share anyway. */
    record Shared(MeetingPoint point) implements Contact {}

    /**
     * Nodes known by address. The first of them begins a new cluster when none of the others answers.
     *
     * @param addresses {@code host:port} of remoting
     */
    record Seeds(List<String> addresses) implements Contact {
        public Seeds {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("a node needs at least one seed");
            }
            addresses.forEach(Seeds::check);
        }

        private static void check(String address) {
            int colon = address.lastIndexOf(':');
            if (colon <= 0 || !address.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
                throw new IllegalArgumentException("not HOST:PORT: " + address);
            }
        }
    }

    /**
     * Nodes found by a service's name; nobody begins a cluster before enough of them have been seen.
     *
     * @param method a method of Pekko Discovery: {@code pekko-dns}, {@code kubernetes-api} or {@code config}
     * @param service the name that nodes are registered under
     * @param required nodes that must be seen before a new cluster is begun
     */
    record Discovery(String method, String service, int required) implements Contact {
        public Discovery {
            if (required < 1) {
                throw new IllegalArgumentException("at least one contact point is required; got " + required);
            }
        }
    }
}
