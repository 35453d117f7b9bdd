package org.elenchus.tools.cli.node;

import java.util.List;
import org.elenchus.cluster.MeetingPoint;
import org.elenchus.persistence.DatabaseFault;
import org.elenchus.persistence.NodeRegister;

/** Nodes meet where their journal is. */
public record DatabaseMeeting(NodeRegister register) implements MeetingPoint {
    @Override
    public List<String> others(String self) {
        return told(() -> register.others(self));
    }

    @Override
    public boolean begin(String self) {
        return told(() -> register.begin(self));
    }

    @Override
    public void seen(String self) {
        told(() -> {
            register.seen(self);
            return self;
        });
    }

    @Override
    public void left(String self) {
        told(() -> {
            register.left(self);
            return self;
        });
    }

    private interface Question<T> {
        T ask() throws DatabaseFault;
    }

    private static <T> T told(Question<T> question) {
        try {
            return question.ask();
        } catch (DatabaseFault e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
