package org.elenchus.tools.repair.operators;

/** How an operator was applied: its feature name. */
public enum Variant {
    WIDEN("widen"),
    NARROW("narrow"),
    EQUALITY("equality"),
    RELATION("relation"),
    MIRROR("mirror"),
    ADD_NOT("add-not"),
    DROP_NOT("drop-not"),
    AND_TO_OR("and-to-or"),
    OR_TO_AND("or-to-and"),
    KEEP_LEFT("keep-left"),
    KEEP_RIGHT("keep-right"),
    AND_NULL_CHECK("and-null-check"),
    OR_NULL_CHECK("or-null-check"),
    AND_KNOWN("and-known"),
    OR_KNOWN("or-known"),
    AND_FLAG("and-flag"),
    OR_FLAG("or-flag"),
    TO_TRUE("to-true"),
    TO_FALSE("to-false"),
    PLUS_TO_MINUS("plus-to-minus"),
    MINUS_TO_PLUS("minus-to-plus"),
    FACTOR("factor"),
    BITS("bits"),
    STEP("step"),
    COMPOUND("compound"),
    PLAIN_TO_COMPOUND("plain-to-compound"),
    COMPOUND_TO_PLAIN("compound-to-plain"),
    MORE_BY_ONE("more-by-one"),
    LESS_BY_ONE("less-by-one"),
    TO_ZERO("to-zero"),
    TO_ONE("to-one"),
    TO_MINUS_ONE("to-minus-one"),
    FILE_LITERAL("file-literal"),
    TO_EMPTY("to-empty"),
    COMMON_CHARACTER("common-character"),
    TO_LOCAL("to-local"),
    TO_PARAMETER("to-parameter"),
    TO_FIELD("to-field"),
    ADJACENT("adjacent"),
    KNOWN_PAIR("known-pair"),
    SIBLING_CALL("sibling-call"),
    SAME_SIGNATURE("same-signature"),
    CALL_SUFFIX("call-suffix"),
    OWN_CALL("own-call"),
    STATIC_CALL("static-call"),
    COPY("copy"),
    NULL_CHECK("null-check"),
    EMPTY_CHECK("empty-check"),
    RANGE_CHECK("range-check"),
    FLAG_CHECK("flag-check"),
    KNOWN_CONDITION("known-condition"),
    NULL_THROWS("null-check-throws"),
    EMPTY_THROWS("empty-check-throws"),
    RANGE_THROWS("range-check-throws"),
    FLAG_THROWS("flag-check-throws"),
    KNOWN_THROWS("known-condition-throws"),
    TO_NULL("to-null"),
    TO_VARIABLE("to-variable"),
    KNOWN_RESULT("known-result"),
    STANDARD_EXCEPTION("standard-exception"),
    FILE_EXCEPTION("file-exception"),
    KNOWN_CALL("known-call"),
    KNOWN_ASSIGNMENT("known-assignment"),
    ADAPTED("adapted"),
    FIELD_FROM_PARAMETER("field-from-parameter"),
    COUNT("count"),
    LEAVE("leave"),
    OWN_STATEMENT("own-statement"),
    WHOLE("whole");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
