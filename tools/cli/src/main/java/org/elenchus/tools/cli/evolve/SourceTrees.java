package org.elenchus.tools.cli.evolve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.task.Pool;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.mining.SourceTree;

/** What can be said of the source trees of a run by looking at their names and places alone. */
public final class SourceTrees {
    private SourceTrees() {}

    /** @throws Fault when a folder is no module, is there twice, or is in two pools; a pool may hold several modules or revisions of a git repository */
    public static void check(Pools pools) throws Fault {
        Map<Path, Named> seen = new LinkedHashMap<>();
        for (Pool pool : Pool.values()) {
            for (RepositoryCoordinate member : pools.of(pool)) {
                if (!member.isMaven()) {
                    note(seen, new Named(member, pool));
                }
            }
        }
    }

    private record Named(RepositoryCoordinate member, Pool pool) {
        boolean mayBeBeside(Named other) {
            return pool == other.pool && member.isGit() && other.member.isGit();
        }
    }

    private static void note(Map<Path, Named> seen, Named named) throws Fault {
        RepositoryCoordinate member = named.member();
        try {
            Path folder = SourceTree.of(member);
            if (SourceTree.isDeclared(member)) {
                throw Fault.usage(
                        member + " declares a test command of its own, and the embedded solver and author read"
                                + " Java in Maven's layout only; judge tasks in it with 'elenchus tasks check'");
            }
            Named other = seen.putIfAbsent(folder.toRealPath(), named);
            if (other != null && !named.mayBeBeside(other)) {
                throw Fault.usage(other.member() + " and " + member
                        + " are the same folder; list it once, held-out pools must share no library");
            }
        } catch (RepositoryFault e) {
            throw Fault.usage(member + " cannot be used: " + e.getMessage());
        } catch (IOException e) {
            throw Fault.usage(member + " cannot be used: " + e.getMessage() + ". Check the path after 'dir:'");
        }
    }
}
