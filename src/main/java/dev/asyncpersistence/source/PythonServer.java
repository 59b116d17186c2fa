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

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final Parser PARSER = PythonParser.builder().build();

    private final ScratchDirectory scratch;
    private final PythonRewriteRpc rpc;

    private PythonServer(ScratchDirectory scratch, PythonRewriteRpc rpc) {
        this.scratch = scratch;
        this.rpc = rpc;
    }

    static PythonServer start(PythonInterpreter interpreter, Duration timeout) {
        ScratchDirectory scratch = ScratchDirectory.create();
        try {
            return new PythonServer(
                    scratch,
                    configure(PythonRewriteRpc.builder(), interpreter, scratch.path())
                            .timeout(timeout)
                            .get());
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** The settings which any process of upstream's needs in order to work whatever the machine looks like. */
    static PythonRewriteRpc.Builder configure(
            PythonRewriteRpc.Builder builder, PythonInterpreter interpreter, Path scratch) {
        String directory = scratch.toString();
        return builder.pythonPath(interpreter.executable())
                .pipPackagesPath(interpreter.packages())
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

    /** Parses the inputs and fetches the trees, in the order of the inputs. */
    List<SourceFile> parse(List<Parser.Input> inputs) {
        ExecutionContext ctx = new InMemoryExecutionContext(error -> LOG.debug("While parsing", error));
        ParsingExecutionContextView.view(ctx).setCharset(java.nio.charset.StandardCharsets.UTF_8);
        List<SourceFile> files = new ArrayList<>(inputs.size());
        // With a directory to relate the paths to, the Python side would write the texts below that directory.
        rpc.parse(inputs, null, PARSER, Py.CompilationUnit.class.getName(), ctx).forEach(files::add);
        return files;
    }

    String print(Py.CompilationUnit tree) {
        return rpc.print(tree);
    }

    /** Why the process has ended, or null if it is running. */
    @Nullable
    RuntimeException failure() {
        return rpc.getProcess().getLivenessCheck();
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
