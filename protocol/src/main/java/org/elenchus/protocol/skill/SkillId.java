package org.elenchus.protocol.skill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a skill within its run: lower-case words joined by hyphens. */
public record SkillId(@JsonValue String value) implements Comparable<SkillId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The built-in skill that guides nothing: any operator at any site. Plants held-out tasks and the uniform floor. */
    public static final SkillId UNGUIDED = new SkillId("unguided");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SkillId {
        if (!FORM.matcher(value).matches() || value.length() > 120) {
            throw new IllegalArgumentException("not a skill id (lower-case words joined by hyphens): " + value);
        }
    }

    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
