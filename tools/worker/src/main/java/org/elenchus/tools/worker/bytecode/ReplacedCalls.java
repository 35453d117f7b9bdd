package org.elenchus.tools.worker.bytecode;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.elenchus.tools.worker.bytecode.Replacement.Target;

/**
 * Every call that is replaced, and by what: ends of the process, sleeps, draws without a seed, hashes of enums, parallel streams, the order
 * of a class' methods, the clock. Commons RNG is here because its
 * own generator of seeds outlives a test.
 */
final class ReplacedCalls {
    /** Stack slots that a replacement takes at most beyond those of the call. */
    static final int SLOTS = 2;

    private static final String PROBES = CallGuard.PROBES;
    private static final String DRAWS = "org/elenchus/tools/worker/probe/Draws";
    private static final String NOW = "org/elenchus/tools/worker/probe/Now";

    private static final String CLOCK = "Ljava/time/Clock;";
    private static final String ZONE = "Ljava/time/ZoneId;";
    private static final String TIME_ZONE = "Ljava/util/TimeZone;";
    private static final String LOCALE = "Ljava/util/Locale;";

    /** By {@code owner.name(arguments)result}. */
    private final Map<String, Replacement> table = new TreeMap<>();

    private static final Map<String, Replacement> ALL = all();

    private ReplacedCalls() {}

    /** What a call, or a reference to a method, is replaced by; mostly empty. */
    static Optional<Replacement> of(String owner, String name, String descriptor) {
        // Collections are asked by the name of their own class.
        String declared =
                name.equals("parallelStream") && owner.startsWith("java/util/") ? "java/util/Collection" : owner;
        return Optional.ofNullable(ALL.get(declared + "." + name + descriptor));
    }

    /** The whole table, by {@code owner.name(arguments)result}. */
    static Map<String, Replacement> all() {
        ReplacedCalls calls = new ReplacedCalls();
        calls.ends();
        calls.sleeps();
        calls.draws();
        calls.hashes();
        calls.streams();
        calls.methods();
        calls.clocks();
        calls.moments();
        calls.chronologies();
        calls.calendars();
        return Collections.unmodifiableMap(calls.table);
    }

    private void ends() {
        instead("java/lang/System.exit(I)V", PROBES, "exit", "(I)V");
        instead("java/lang/Runtime.exit(I)V", PROBES, "exit", "(Ljava/lang/Runtime;I)V");
        instead("java/lang/Runtime.halt(I)V", PROBES, "exit", "(Ljava/lang/Runtime;I)V");
    }

    private void sleeps() {
        instead("java/lang/Thread.sleep(J)V", PROBES, "sleep", "(J)V");
        instead("java/lang/Thread.sleep(JI)V", PROBES, "sleep", "(JI)V");
        instead("java/lang/Thread.sleep(Ljava/time/Duration;)V", PROBES, "sleep", "(Ljava/time/Duration;)V");
        instead("java/util/concurrent/TimeUnit.sleep(J)V", PROBES, "sleep", "(Ljava/util/concurrent/TimeUnit;J)V");
    }

    private void draws() {
        instead("java/lang/Math.random()D", DRAWS, "random", "()D");
        instead("java/lang/StrictMath.random()D", DRAWS, "random", "()D");
        instead("java/util/Collections.shuffle(Ljava/util/List;)V", DRAWS, "shuffle", "(Ljava/util/List;)V");
        Target seed = new Target(DRAWS, "seed", "()J");
        with("java/util/Random.<init>()V", "(J)V", seed, new Target(DRAWS, "newRandom", "()Ljava/util/Random;"));
        with(
                "java/util/SplittableRandom.<init>()V",
                "(J)V",
                seed,
                new Target(DRAWS, "newSplittableRandom", "()Ljava/util/SplittableRandom;"));
        String provider = "Lorg/apache/commons/rng/RestorableUniformRandomProvider;";
        table.put(
                "org/apache/commons/rng/simple/RandomSource.create()" + provider,
                new Replacement.With(
                        List.of(
                                new Target(DRAWS, "boxedSeed", "()Ljava/lang/Object;"),
                                new Target(DRAWS, "noData", "()[Ljava/lang/Object;")),
                        "(Ljava/lang/Object;[Ljava/lang/Object;)" + provider,
                        Optional.empty()));
    }

    private void hashes() {
        Target settle = new Target("org/elenchus/tools/worker/probe/Hashes", "settle", "(Ljava/lang/Enum;)V");
        table.put("java/lang/Enum.<init>(Ljava/lang/String;I)V", new Replacement.Settled(settle));
    }

    private void streams() {
        String sequential = "org/elenchus/tools/worker/probe/Sequential";
        String stream = "()Ljava/util/stream/Stream;";
        instead(
                "java/util/Collection.parallelStream" + stream,
                sequential,
                "stream",
                "(Ljava/util/Collection;)Ljava/util/stream/Stream;");
        String base = "Ljava/util/stream/BaseStream;";
        for (String type : List.of("BaseStream", "Stream")) {
            instead("java/util/stream/" + type + ".parallel()" + base, sequential, "parallel", "(" + base + ")" + base);
        }
        for (String type : List.of("IntStream", "LongStream", "DoubleStream")) {
            String own = "Ljava/util/stream/" + type + ";";
            instead("java/util/stream/" + type + ".parallel()" + own, sequential, "parallel", "(" + own + ")" + own);
        }
    }

    private void methods() {
        String methods = "[Ljava/lang/reflect/Method;";
        for (String name : List.of("getMethods", "getDeclaredMethods")) {
            instead(
                    "java/lang/Class." + name + "()" + methods,
                    "org/elenchus/tools/worker/probe/Methods",
                    name,
                    "(Ljava/lang/Class;)" + methods);
        }
    }

    private void clocks() {
        instead("java/lang/System.currentTimeMillis()J", NOW, "millis", "()J");
        instead("java/lang/System.nanoTime()J", NOW, "nanos", "()J");
        instead("java/time/InstantSource.system()Ljava/time/InstantSource;", NOW, "systemUTC", "()" + CLOCK);
        instead("java/time/Clock.systemUTC()" + CLOCK, NOW, "systemUTC", "()" + CLOCK);
        instead("java/time/Clock.systemDefaultZone()" + CLOCK, NOW, "systemDefaultZone", "()" + CLOCK);
        for (String name : List.of("system", "tickMillis", "tickSeconds", "tickMinutes")) {
            String descriptor = "(" + ZONE + ")" + CLOCK;
            instead("java/time/Clock." + name + descriptor, NOW, name, descriptor);
        }
    }

    private void moments() {
        instead("java/time/Instant.now()Ljava/time/Instant;", NOW, "instant", "()Ljava/time/Instant;");
        for (String type : List.of(
                "LocalDate",
                "LocalDateTime",
                "LocalTime",
                "MonthDay",
                "OffsetDateTime",
                "OffsetTime",
                "Year",
                "YearMonth",
                "ZonedDateTime")) {
            String name = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
            String owner = "java/time/" + type;
            for (String arguments : List.of("()", "(" + ZONE + ")")) {
                String descriptor = arguments + "L" + owner + ";";
                instead(owner + ".now" + descriptor, NOW, name, descriptor);
            }
        }
    }

    private void chronologies() {
        String chrono = "java/time/chrono/";
        asked(chrono + "Chronology.dateNow", "L" + chrono + "ChronoLocalDate;");
        asked(chrono + "IsoChronology.dateNow", "Ljava/time/LocalDate;");
        for (String name : List.of("Hijrah", "Japanese", "Minguo", "ThaiBuddhist")) {
            String date = "L" + chrono + name + "Date;";
            asked(chrono + name + "Chronology.dateNow", date);
            asked(chrono + name + "Date.now", date);
        }
    }

    /** The clock to ask is named, in the zone that was; not by reference, which is too rare for a method of its own. */
    private void asked(String call, String date) {
        Target here = new Target(NOW, "systemDefaultZone", "()" + CLOCK);
        Target there = new Target(NOW, "system", "(" + ZONE + ")" + CLOCK);
        String descriptor = "(" + CLOCK + ")" + date;
        table.put(call + "()" + date, new Replacement.With(List.of(here), descriptor, Optional.empty()));
        table.put(call + "(" + ZONE + ")" + date, new Replacement.With(List.of(there), descriptor, Optional.empty()));
    }

    private void calendars() {
        with(
                "java/util/Date.<init>()V",
                "(J)V",
                new Target(NOW, "millis", "()J"),
                new Target(NOW, "date", "()Ljava/util/Date;"));
        String gregorian = "java/util/GregorianCalendar";
        String made = "L" + gregorian + ";";
        Target adjust = new Target(NOW, "set", "(" + made + ")" + made);
        for (String arguments :
                List.of("()", "(" + TIME_ZONE + ")", "(" + LOCALE + ")", "(" + TIME_ZONE + LOCALE + ")")) {
            String descriptor = arguments + "Ljava/util/Calendar;";
            instead("java/util/Calendar.getInstance" + descriptor, NOW, "calendar", descriptor);
            // A static method can be named by way of a subclass.
            instead(gregorian + ".getInstance" + descriptor, NOW, "calendar", descriptor);
            Optional<Target> whole = arguments.equals("()")
                    ? Optional.of(new Target(NOW, "gregorianCalendar", "()" + made))
                    : Optional.empty();
            table.put(gregorian + ".<init>" + arguments + "V", new Replacement.Adjusted(adjust, whole));
        }
    }

    private void instead(String call, String owner, String name, String descriptor) {
        table.put(call, new Replacement.Instead(new Target(owner, name, descriptor)));
    }

    private void with(String call, String descriptor, Target argument, Target whole) {
        table.put(call, new Replacement.With(List.of(argument), descriptor, Optional.of(whole)));
    }
}
