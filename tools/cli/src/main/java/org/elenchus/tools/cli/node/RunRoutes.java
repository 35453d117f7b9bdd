package org.elenchus.tools.cli.node;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.setup.Setup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.http.javadsl.unmarshalling.Unmarshaller;
import org.apache.pekko.management.javadsl.ManagementRouteProvider;
import org.apache.pekko.management.javadsl.ManagementRouteProviderSettings;
import org.elenchus.actors.reply.Blocking;
import org.elenchus.actors.wiring.EntityIds;
import org.elenchus.actors.wiring.EntityTypes;
import org.elenchus.persistence.Database;
import org.elenchus.persistence.JournalReader;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.Cancel;
import org.elenchus.protocol.run.EvolutionRunProtocol.Command;
import org.elenchus.protocol.run.EvolutionRunProtocol.GetStatus;
import org.elenchus.protocol.run.EvolutionRunProtocol.Pause;
import org.elenchus.protocol.run.EvolutionRunProtocol.Resume;
import org.elenchus.protocol.run.EvolutionRunProtocol.SetShare;
import org.elenchus.protocol.run.EvolutionRunProtocol.Start;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.evolve.SourceTrees;
import org.elenchus.tools.cli.history.Histories;
import org.elenchus.tools.cli.history.RunStanding;
import org.elenchus.tools.cli.report.RunReport;
import org.elenchus.tools.cli.report.Timings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs by HTTP, on any node: {@code GET /runs} lists them, {@code POST /runs} starts one, {@code GET /runs/ID} tells where it stands, {@code GET /runs/ID/report?as=json}
 * what came of it so far; {@code POST /runs/ID/pause}, {@code /resume} and {@code /cancel} do what they say, {@code PUT /runs/ID/share} changes its
 * share of the slots. Named by the configuration; Pekko Management makes it and mounts its routes.
 */
public final class RunRoutes extends AllDirectives implements ManagementRouteProvider {
    private static final Logger LOG = LoggerFactory.getLogger(RunRoutes.class);
    private static final long LARGEST_BODY = 1 << 20;
    /** Seconds until a run that does not answer is asked again, twice as many each time; its node may have died. 15 in all. */
    private static final int FIRST = 1;

    private static final int LAST = 8;

    private final ActorSystem<Void> system;

    /** What reports are read from, handed to the actor system when it is made. */
    static final class Journal extends Setup {
        private final Database database;

        Journal(Database database) {
            this.database = database;
        }
    }

    /** For Pekko Management. */
    public RunRoutes(ExtendedActorSystem system) {
        this.system = Adapter.toTyped(system);
    }

    @Override
    public Route routes(ManagementRouteProviderSettings settings) {
        return pathPrefix(
                "runs",
                () -> concat(
                        pathEnd(() -> concat(
                                get(() -> journal(RunRoutes::listed)),
                                post(() -> read(RunSpec.class, "specification of a run", this::started)))),
                        path(segment(), id -> get(() -> answer(status(id, GetStatus::new)))),
                        path(segment().slash("pause"), id -> post(() -> answer(status(id, Pause::new)))),
                        path(segment().slash("resume"), id -> post(() -> answer(status(id, Resume::new)))),
                        path(segment().slash("cancel"), id -> post(() -> answer(status(id, Cancel::new)))),
                        path(
                                segment().slash("share"),
                                id -> put(() -> read(
                                        Share.class,
                                        "share",
                                        share -> answer(status(id, replyTo -> new SetShare(share, replyTo)))))),
                        path(
                                segment().slash("report"),
                                id -> get(() -> parameterOptional(
                                        "as",
                                        as -> journal(database -> reported(
                                                database,
                                                id,
                                                as.filter("json"::equals).isPresent())))))));
    }

    /** @param name what the body should be, in words */
    private <T> Route read(Class<T> type, String name, Function<T, Route> then) {
        return withSizeLimit(
                LARGEST_BODY,
                () -> entity(Unmarshaller.entityToString(), body -> {
                    T value;
                    try {
                        value = ProtocolJson.read(body.getBytes(StandardCharsets.UTF_8), type);
                    } catch (UncheckedIOException | IllegalArgumentException e) {
                        return complete(StatusCodes.BAD_REQUEST, "not the " + name + ": " + e.getMessage());
                    }
                    return then.apply(value);
                }));
    }

    /** What is wrong with a specification is said before anything is begun. */
    private Route started(RunSpec spec) {
        return blocking(
                () -> refusal(spec),
                refusal -> refusal.<Route>map(reason -> complete(StatusCodes.BAD_REQUEST, reason))
                        .orElseGet(() -> answer(status(spec.runId(), replyTo -> new Start(spec, replyTo)))));
    }

    private static Optional<String> refusal(RunSpec spec) {
        try {
            spec.check();
            SourceTrees.check(spec.pools());
            return Optional.empty();
        } catch (Fault | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private CompletionStage<Status> status(String runId, Function<ActorRef<Status>, Command> command) {
        return ask(ClusterSharding.get(system).entityRefFor(EntityTypes.RUN, EntityIds.of(runId)), command, FIRST);
    }

    /** Commands are idempotent. */
    private static CompletionStage<Status> ask(
            EntityRef<Command> run, Function<ActorRef<Status>, Command> command, int seconds) {
        CompletionStage<Status> answer = run.ask(command::apply, Duration.ofSeconds(seconds));
        return seconds >= LAST ? answer : answer.exceptionallyCompose(late -> ask(run, command, 2 * seconds));
    }

    private Route answer(CompletionStage<Status> status) {
        return onComplete(status, answered -> {
            if (answered.isSuccess()) {
                return complete(answer(answered.get()));
            }
            LOG.warn("a run does not answer", answered.failed().get());
            return complete(StatusCodes.SERVICE_UNAVAILABLE, "the run does not answer now; ask again");
        });
    }

    private static HttpResponse answer(Status status) {
        return status.phase() == Phase.NOT_STARTED ? unknown(status.runId()) : json(ProtocolJson.write(status));
    }

    private static HttpResponse unknown(String runId) {
        return HttpResponse.create().withStatus(StatusCodes.NOT_FOUND).withEntity("there is no run " + runId);
    }

    /** What is read from a journal. */
    private interface Reading {
        HttpResponse of(Database database) throws StorageFault;
    }

    private Route journal(Reading reading) {
        return blocking(() -> read(reading), this::complete);
    }

    /** Reading a journal or looking at folders takes a moment: not on a thread of the server. */
    private <T> Route blocking(Supplier<T> work, Function<T, Route> then) {
        Executor blocking = system.dispatchers().lookup(DispatcherSelector.fromConfig(Blocking.DISPATCHER));
        return onComplete(CompletableFuture.supplyAsync(work, blocking), done -> {
            if (done.isSuccess()) {
                return then.apply(done.get());
            }
            LOG.error("unexpected failure of a request", done.failed().get());
            return complete(StatusCodes.INTERNAL_SERVER_ERROR, "this failed unexpectedly; the node's log tells why");
        });
    }

    private HttpResponse read(Reading reading) {
        try {
            return reading.of(system.settings().setup().get(Journal.class).orElseThrow().database);
        } catch (StorageFault fault) {
            LOG.warn("the journal cannot be read", fault);
            return unreadable(fault);
        }
    }

    /** Whoever asks is told whether asking again may help: 503, or 500 where it does not. */
    static HttpResponse unreadable(StorageFault fault) {
        return HttpResponse.create()
                .withStatus(fault.isPassing() ? StatusCodes.SERVICE_UNAVAILABLE : StatusCodes.INTERNAL_SERVER_ERROR)
                .withEntity(String.valueOf(fault.getMessage()));
    }

    private static HttpResponse listed(Database database) throws StorageFault {
        return json(ProtocolJson.write(RunStanding.all(new JournalReader(database))));
    }

    private static HttpResponse reported(Database database, String runId, boolean json) throws StorageFault {
        Optional<Histories.Digested> run = new Histories(new JournalReader(database)).findDigested(runId);
        if (run.isEmpty()) {
            return unknown(runId);
        }
        RunReport report = RunReport.of(run.get(), Timings.NONE);
        return json
                ? json(report.json().getBytes(StandardCharsets.UTF_8))
                : HttpResponse.create().withEntity(report.text());
    }

    private static HttpResponse json(byte[] body) {
        return HttpResponse.create().withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, body));
    }
}
