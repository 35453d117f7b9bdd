package org.elenchus.tools.cli.bench.entities;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.bench.nodes.FreePorts;
import org.elenchus.tools.cli.bench.nodes.NodeProcess;
import org.elenchus.tools.cli.node.population.ClusterView;
import org.elenchus.tools.cli.node.population.PopulationNodeMain;
import org.elenchus.tools.cli.node.population.PopulationNodeSettings;
import org.elenchus.tools.cli.node.population.Question;
import org.elenchus.tools.cli.node.population.Rested;
import org.elenchus.tools.cli.node.population.Swept;
import org.elenchus.tools.cli.node.population.Weight;

/** The nodes that hold the population, by address. Closing it ends them all; so does the end of this program. */
final class EntityCluster implements AutoCloseable {
    /** Seconds. */
    private static final int LONG = 240;

    /** Entities per second; a cluster that recovers fewer is given up. */
    private static final int SLOWEST = 50;

    /** By each node. */
    private static final int AT_ONCE = 256;

    private static final int AT_ONCE_OF_THE_DEAD = 1024;

    private static final int NEWS = 10;
    private static final int LOOKS_EVERY_MILLIS = 200;

    private final EntityLoad load;
    private final Map<String, String> environment;
    private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
    private final Thread killer = new Thread(this::killAll, "kill-measuring-nodes");
    private int started;

    /** @param environment where the database of the nodes is */
    EntityCluster(EntityLoad load, Map<String, String> environment) {
        this.load = load;
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** Starts one more and does not wait for it. @return its address */
    String start() throws IOException {
        List<Integer> ports = FreePorts.of(2);
        Path log = load.logs().resolve("node-" + started++);
        NodeProcess node = NodeProcess.start(
                PopulationNodeMain.class,
                new PopulationNodeSettings(ports.get(0), ports.get(1), log.toString(), load.population()),
                log,
                load.heap(),
                load.settings(),
                environment);
        String address = "127.0.0.1:" + ports.get(0);
        synchronized (this) {
            nodes.put(address, node);
        }
        return address;
    }

    List<String> addresses() {
        return List.copyOf(nodes.keySet());
    }

    /** As the node sees it that is longest at work. */
    ClusterView look() throws Fault, InterruptedException {
        return ask(nodes.values().iterator().next(), new Question.Look(), ClusterView.class, LONG);
    }

    /** Looks until it is so. @param what was waited for, for people */
    ClusterView await(String what, Predicate<ClusterView> condition) throws Fault, InterruptedException {
        long deadline = System.nanoTime() + LONG * 1_000_000_000L;
        ClusterView view = look();
        while (!condition.test(view)) {
            if (System.nanoTime() > deadline) {
                throw Fault.failure(what + " was waited for in vain for " + LONG + " s, last seen: " + view
                        + "; the nodes' logs in " + load.logs()
                        + " tell why. Measure with fewer --skills or --nodes, or on an idle machine");
            }
            Thread.sleep(LOOKS_EVERY_MILLIS);
            view = look();
        }
        return view;
    }

    /** Waits until all nodes are up, and no others. */
    void awaitMembers() throws Fault, InterruptedException {
        await(nodes.size() + " nodes up", view -> view.members().size() == nodes.size());
        agree();
    }

    /**
     * Two clusters on one journal would answer as well as one. @throws Fault when nodes do not see the same members, after a while in which
     * news spread
     */
    private void agree() throws Fault, InterruptedException {
        long deadline = System.nanoTime() + NEWS * 1_000_000_000L;
        List<ClusterView> views = everywhere(new Question.Look(), ClusterView.class);
        while (views.stream().map(view -> Set.copyOf(view.members())).distinct().count() > 1) {
            if (System.nanoTime() > deadline) {
                throw Fault.failure("the cluster has split: its nodes see "
                        + views.stream().map(ClusterView::members).distinct().toList()
                        + "; the nodes' logs in " + load.logs() + " tell how. Report it with them");
            }
            Thread.sleep(LOOKS_EVERY_MILLIS);
            views = everywhere(new Question.Look(), ClusterView.class);
        }
    }

    /** Has a drawn sample of the entities asked, each node taking its share. @throws Fault when one is silent, or its answer is wrong */
    Swept sweep(int sample, long draw) throws Fault, InterruptedException {
        return sweep(sample, sample, draw, AT_ONCE);
    }

    /** All of them, when some have just died: so many are asked at once that these do not hold up the others. @param first asked before the others */
    Swept sweepAll(int first, long draw) throws Fault, InterruptedException {
        return sweep(load.population().size(), first, draw, AT_ONCE_OF_THE_DEAD);
    }

    private Swept sweep(int sample, int first, long draw, int atOnce) throws Fault, InterruptedException {
        List<NodeProcess> all = List.copyOf(nodes.values());
        List<Callable<Swept>> questions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            NodeProcess node = all.get(i);
            Question.Sweep share = new Question.Sweep(sample, first, draw, i, all.size(), atOnce, LONG);
            questions.add(() -> ask(node, share, Swept.class, 2 * LONG + sample / SLOWEST));
        }
        Swept swept = inParallel(questions).stream().reduce(Swept.NOTHING, Swept::and);
        if (!swept.allRight()) {
            throw Fault.failure((swept.wrong() + swept.silent()) + " of " + swept.asked()
                    + " entities answered otherwise than their events have it, or not at all: " + swept.faults()
                    + "; the nodes' logs are in " + load.logs());
        }
        return swept;
    }

    /** Sends all entities to rest. @return how many there were */
    long rest() throws Fault, InterruptedException {
        return everywhere(new Question.Rest(), Rested.class).stream()
                .mapToLong(Rested::entities)
                .sum();
    }

    /** Bytes of heap in use, all nodes together. */
    long weigh() throws Fault, InterruptedException {
        return everywhere(new Question.Weigh(), Weight.class).stream()
                .mapToLong(Weight::heapBytes)
                .sum();
    }

    /** As kill -9 does. */
    void kill(String address) {
        NodeProcess node;
        synchronized (this) {
            node = nodes.remove(address);
        }
        if (node == null) {
            throw new IllegalArgumentException("no node is at " + address);
        }
        node.kill();
        node.close();
    }

    private <T> List<T> everywhere(Question question, Class<T> type) throws Fault, InterruptedException {
        List<Callable<T>> questions = new ArrayList<>();
        for (NodeProcess node : List.copyOf(nodes.values())) {
            questions.add(() -> ask(node, question, type, LONG));
        }
        return inParallel(questions);
    }

    private static <T> List<T> inParallel(List<Callable<T>> questions) throws Fault, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static <T> T ask(NodeProcess node, Question question, Class<T> type, int patience)
            throws Fault, InterruptedException {
        return node.ask(new String(ProtocolJson.write(question), StandardCharsets.UTF_8), type, patience);
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeProcess::end);
        nodes.values().forEach(NodeProcess::close);
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException ending) {
            // This JVM is ending; the hook does its work.
        }
    }

    private synchronized void killAll() {
        nodes.values().forEach(NodeProcess::kill);
    }
}
