package org.elenchus.tools.cli.mine;

import java.util.List;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.history.record.RealBug;
import org.elenchus.tools.mining.history.search.Recreation;
import org.elenchus.tools.mining.history.search.Recreation.Made;

/** {@code mine}: the tasks of a list. */
public final class Making {
    private final MinePlace place;
    private final Remarks remarks;
    private final int slots;

    public Making(MinePlace place, Remarks remarks, int slots) {
        this.place = place;
        this.remarks = remarks;
        this.slots = slots;
    }

    public List<Made> make(List<RealBug> bugs) throws SandboxFault, InterruptedException {
        return new Recreation(place::repositories, place.olderSources(), place.artifacts(), place.sandboxes())
                .run(bugs, slots, new Recreation.Listener() {
                    @Override
                    public void began(RepositoryCoordinate release, int bugs) {
                        remarks.say(release.value() + ": " + bugs + (bugs == 1 ? " bug" : " bugs"));
                    }

                    @Override
                    public void made(Made made) {
                        if (made instanceof Made.Not not) {
                            remarks.say("  " + not.bug().id() + ": " + not.why());
                        }
                    }
                });
    }
}
