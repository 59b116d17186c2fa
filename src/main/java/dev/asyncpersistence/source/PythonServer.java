/*
 * Copyright 2026 the rewrite-async-persistence authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package dev.asyncpersistence.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.python.PythonParser;
import org.openrewrite.python.rpc.PythonRewriteRpc;
import org.openrewrite.python.tree.Py;
import org.openrewrite.tree.ParsingExecutionContextView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Python process that parses and prints. Not thread-safe. */
final class PythonServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PythonServer.class);

    /**
     * Python runs a module of this name at its start. Turning a tree into messages makes millions of objects that live
     * on, among which the garbage collector, by its defaults, spends a quarter of the time looking for garbage.
     */
    private static final String STARTUP_MODULE = "sitecustomize.py";

    private static final String STARTUP = "import gc\ngc.set_threshold(200_000, 20, 100)\n";

    private static final Parser PARSER = PythonParser.builder().build();

    private final ScratchDirectory scratch;
    private final PythonRewriteRpc rpc;

    private PythonServer(ScratchDirectory scratch, PythonRewriteRpc rpc) {
        this.scratch = scratch;
        this.rpc = rpc;
    }

    /**
     * Starts a process and waits until it answers.
     *
     * @throws PythonSetupException if it doesn't
     */
    static PythonServer start(PythonInterpreter interpreter, Duration timeout) {
        ScratchDirectory scratch = ScratchDirectory.create();
        PythonServer server = null;
        try {
            PythonRewriteRpc.Builder builder = configure(PythonRewriteRpc.builder(), interpreter, scratch.path());
            server = new PythonServer(scratch, builder.timeout(timeout).get());
            server.rpc.getLanguages();
            return server;
        } catch (RuntimeException e) {
            if (server == null) {
                scratch.close();
            } else {
                server.close();
            }
            throw new PythonSetupException(
                    "Python " + interpreter.version() + " at " + interpreter.executable()
                            + " can't be started for parsing: " + e.getMessage() + "\nTry another one by the `python` "
                            + "option, or delete " + interpreter.packages() + " to have the packages installed anew.",
                    e);
        }
    }

    /** The settings which any process of upstream's needs in order to work whatever the machine looks like. */
    static PythonRewriteRpc.Builder configure(
            PythonRewriteRpc.Builder builder, PythonInterpreter interpreter, Path scratch) {
        String directory = scratch.toString();
        return builder.pythonPath(interpreter.executable())
                .pipPackagesPath(interpreter.packages())
                // Upstream adds this folder to Python's search path.
                .recipeInstallDir(startup(scratch))
                // Python looks for modules in the working directory first: a project's `types.py` would be taken for
                // the standard library's.
                .workingDirectory(scratch)
                .environment(Map.of(
                        // Upstream logs into one fixed file in the temporary directory: on a shared machine that file
                        // belongs to whoever came first. The files it parses are written there as well.
                        "TMPDIR", directory,
                        "TEMP", directory,
                        "TMP", directory,
                        "PYTHONUTF8", "1",
                        // `SyntaxWarning`s of the parsed code are no business of the process that parses it.
                        "PYTHONWARNINGS", "ignore"));
    }

    private static Path startup(Path scratch) {
        try {
            Path folder = Files.createDirectories(scratch.resolve("startup"));
            Files.writeString(folder.resolve(STARTUP_MODULE), STARTUP);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses the inputs and fetches the trees, in the order of the inputs. */
    List<SourceFile> parse(List<Parser.Input> inputs) {
        ExecutionContext ctx = ParsingExecutionContextView.view(
                        new InMemoryExecutionContext(error -> LOG.debug("While parsing", error)))
                .setCharset(StandardCharsets.UTF_8);
        List<SourceFile> files = new ArrayList<>(inputs.size());
        // With a directory to relate the paths to, the Python side would write the texts below that directory.
        rpc.parse(inputs, null, PARSER, Py.CompilationUnit.class.getName(), ctx).forEach(files::add);
        return files;
    }

    String print(Py.CompilationUnit tree) {
        return rpc.print(tree);
    }

    /** Why the process has ended, or null if it goes on running. Waits a moment for one that is about to end. */
    @Nullable
    String causeOfDeath() {
        for (int i = 0; i < 10; i++) {
            RuntimeException failure = rpc.getProcess().getLivenessCheck();
            if (failure != null) {
                return failure.getMessage();
            }
            LockSupport.parkNanos(20_000_000);
        }
        return null;
    }

    @Override
    public void close() {
        try {
            rpc.shutdown();
        } catch (RuntimeException e) {
            // Upstream complains about the exit code of a process which had to be killed.
            LOG.debug("While ending a Python process", e);
        } finally {
            scratch.close();
        }
    }
}
