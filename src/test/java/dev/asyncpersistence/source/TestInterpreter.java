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
import org.openrewrite.python.rpc.PythonRewriteRpc;

/** The Python that tests use: found as the recipes find it, with the packages installed. */
public final class TestInterpreter {

    private static final PythonInterpreter INTERPRETER = find();
    private static final ScratchDirectory SCRATCH = scratch();

    private TestInterpreter() {}

    /** The interpreter. */
    public static PythonInterpreter get() {
        return INTERPRETER;
    }

    /** Lets upstream's own processes run as ours do. */
    public static PythonRewriteRpc.Builder configure(PythonRewriteRpc.Builder builder) {
        return PythonServer.configure(builder, INTERPRETER, SCRATCH.path());
    }

    private static PythonInterpreter find() {
        PythonInterpreter interpreter = new InterpreterLookup(Path.of("")).find(System.getProperty("test.python"));
        new PythonPackages().install(interpreter);
        return interpreter;
    }

    private static ScratchDirectory scratch() {
        ScratchDirectory scratch = ScratchDirectory.create();
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::close));
        return scratch;
    }
}
