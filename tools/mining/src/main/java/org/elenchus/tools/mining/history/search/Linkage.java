package org.elenchus.tools.mining.history.search;

import java.util.regex.Pattern;
import org.elenchus.protocol.execution.Failure;
import org.elenchus.protocol.execution.TestOutcome;

/** Tells a failure of behaviour from code and test that do not fit together. */
final class Linkage {
    private static final Pattern UNFIT =
            Pattern.compile("\\b(?:NoSuchMethodError|NoSuchFieldError|NoSuchMethodException"
                    + "|NoSuchFieldException|NoClassDefFoundError|ClassNotFoundException|IncompatibleClassChangeError"
                    + "|AbstractMethodError|IllegalAccessError|InstantiationError|VerifyError|ClassFormatError"
                    + "|UnsupportedClassVersionError|BootstrapMethodError|LinkageError|UnsatisfiedLinkError"
                    + "|ExceptionInInitializerError|EnumConstantNotPresentException)\\b");

    private Linkage() {}

    /**
     * Whether a test was seen to fail, and by behaviour. A failure that names an error of linkage, as the one thrown or in its message,
     * counts as one: an assertion may have caught it.
     */
    static boolean isBehavioural(TestOutcome outcome) {
        return outcome.observed().filter(failure -> !isUnfit(failure)).isPresent();
    }

    private static boolean isUnfit(Failure failure) {
        return UNFIT.matcher(failure.exception()).find()
                || UNFIT.matcher(failure.message()).find();
    }
}
