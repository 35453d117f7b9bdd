package org.elenchus.tools.simulation;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;

/** A planted bug: the skill says that it has recorded its outcomes before its journal has them. All else is the real skill's. */
final class HastySkill implements Cast {
    @Override
    @SuppressWarnings("unchecked")
    public <C> Behavior<C> play(String type, Behavior<C> real) {
        return type.equals("Skill")
                ? (Behavior<C>) Behaviors.intercept(Haste::new, (Behavior<SkillProtocol.Command>) real)
                : real;
    }

    private static final class Haste extends BehaviorInterceptor<SkillProtocol.Command, SkillProtocol.Command> {
        Haste() {
            super(SkillProtocol.Command.class);
        }

        @Override
        public Behavior<SkillProtocol.Command> aroundReceive(
                TypedActorContext<SkillProtocol.Command> context,
                SkillProtocol.Command command,
                ReceiveTarget<SkillProtocol.Command> target) {
            if (command instanceof SkillProtocol.RecordOutcomes outcomes) {
                String self = context.asJava().getSelf().path().name();
                String skill = self.substring(self.indexOf('~') + 1, self.lastIndexOf('.'));
                outcomes.replyTo().tell(new SkillProtocol.Recorded(outcomes.requestId(), new SkillId(skill)));
            }
            return target.apply(context, command);
        }
    }
}
