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
package dev.asyncpersistence;

import dev.asyncpersistence.source.TestInterpreter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openrewrite.python.rpc.PythonRewriteRpc;

/**
 * Gives each thread that runs tests the same Python as the recipes use. Its process serves all tests, since starting one
 * takes most of a second, and ends with the test run.
 */
public final class PythonForTests implements BeforeAllCallback, BeforeEachCallback {

    private static final List<PythonRewriteRpc> STARTED = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<Boolean> READY = ThreadLocal.withInitial(() -> false);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PythonForTests.class))
                .getOrComputeIfAbsent("shutdown", key -> (AutoCloseable) PythonForTests::shutdown);
        useInThisThread();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        useInThisThread();
    }

    static void useInThisThread() {
        if (!READY.get()) {
            PythonRewriteRpc.setFactory(TestInterpreter.configure(new Remembered()));
            READY.set(true);
        }
    }

    private static void shutdown() {
        STARTED.forEach(PythonRewriteRpc::shutdown);
        STARTED.clear();
    }

    private static final class Remembered extends PythonRewriteRpc.Builder {
        @Override
        public PythonRewriteRpc get() {
            PythonRewriteRpc rpc = super.get();
            STARTED.add(rpc);
            return rpc;
        }
    }
}
