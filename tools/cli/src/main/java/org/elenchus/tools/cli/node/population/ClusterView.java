package org.elenchus.tools.cli.node.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster as one of its nodes sees it.
 *
 * @param members that are up, as HOST:PORT
 * @param oldest of them: where the coordinators of shards live
 * @param regions of the kinds of entities a population has, as far as they have answered
 */
public record ClusterView(List<String> members, String oldest, List<Region> regions) {
    public ClusterView {
        members = List.copyOf(members);
        regions = List.copyOf(regions);
    }

    /** A kind of entity on a node. @param address as HOST:PORT @param shards that live there @param entities that live there */
    public record Region(String kind, String address, int shards, int entities) {}

    public int entities() {
        return regions.stream().mapToInt(Region::entities).sum();
    }

    public int shards() {
        return regions.stream().mapToInt(Region::shards).sum();
    }

    /** Largest difference between nodes in the number of shards of a kind; what allocation comes to is at most 1. */
    public int spread() {
        Map<String, List<Region>> kinds = new TreeMap<>();
        regions.forEach(region ->
                kinds.computeIfAbsent(region.kind(), kind -> new ArrayList<>()).add(region));
        return kinds.values().stream().mapToInt(ClusterView::spread).max().orElse(0);
    }

    private static int spread(List<Region> kind) {
        Comparator<Region> byShards = Comparator.comparingInt(Region::shards);
        return kind.stream().max(byShards).orElseThrow().shards()
                - kind.stream().min(byShards).orElseThrow().shards();
    }
}
