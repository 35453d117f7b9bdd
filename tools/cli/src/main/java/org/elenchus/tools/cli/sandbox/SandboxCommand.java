package org.elenchus.tools.cli.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.elenchus.tools.cli.ExitCode;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.cli.Group;
import org.elenchus.tools.cli.Verb;
import org.elenchus.tools.sandbox.docker.DockerSettings;
import org.elenchus.tools.sandbox.docker.Engine;
import org.elenchus.tools.sandbox.docker.SandboxImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares what sandboxes need. */
@Command(
        name = "sandbox",
        description = "Prepare what sandboxes need.",
        footerHeading = "%nExamples:%n",
        footer = {"  elenchus sandbox image", "  elenchus evolve --sandbox docker"},
        subcommands = SandboxCommand.Image.class)
public final class SandboxCommand extends Group {
    /** Makes the image. */
    @Command(
            name = "image",
            description = "Make the image that --sandbox docker uses, from this machine's JDK. No registry is asked.",
            footerHeading = "%nExamples:%n",
            footer = {"  elenchus sandbox image", "  elenchus sandbox image --name team/elenchus-sandbox:1"})
    static final class Image extends Verb {
        @Option(
                names = "--name",
                paramLabel = "IMAGE",
                description = "What to call it (default: named after the version of Java).")
        private String name = DockerSettings.ownImage();

        @Override
        public Integer call() throws Fault {
            try (Engine engine = Engine.connect()) {
                SandboxImage.Made made = SandboxImage.make(engine, name, Path.of(System.getProperty("java.home")));
                out().printf(Locale.ROOT, "%s, %d MB, %s%n", made.reference(), made.bytes() >> 20, made.id());
                out().flush();
                return ExitCode.SUCCESS.code();
            } catch (IOException e) {
                throw Fault.failure(String.valueOf(e.getMessage()));
            }
        }
    }
}
