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
package dev.asyncpersistence.run;

import dev.asyncpersistence.source.PythonSources;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;
import org.openrewrite.text.PlainText;

/** What a recipe carries from its scanner to its visitor: the sources, then what came of the run or why there was none. */
public class RunState<P> {
    private final PythonSources sources = new PythonSources();
    private @Nullable Outcome<P> outcome;
    private @Nullable RuntimeException failure;
    private @Nullable SourceFile first;
    private Duration elapsed = Duration.ZERO;

    /** Takes a file if it is Python. */
    public void add(SourceFile file) {
        sources.add(file);
        if (first == null && file.getSourcePath().toString().endsWith(".py")) {
            first = file;
        }
    }

    public PythonSources sources() {
        return sources;
    }

    public boolean isEmpty() {
        return first == null;
    }

    /**
     * Takes what came of the run.
     *
     * @param time how long it took
     */
    public void succeed(Outcome<P> result, Duration time) {
        outcome = result;
        elapsed = time;
    }

    /** Gives the run up. */
    public void fail(RuntimeException cause) {
        failure = cause;
        outcome = null;
    }

    /** How long the run took. */
    public Duration elapsed() {
        return elapsed;
    }

    public @Nullable Outcome<P> outcome() {
        return outcome;
    }

    /** Whether a file's text is still the one that was scanned; another recipe of the same run may have changed it. */
    public boolean isAsScanned(PlainText file) {
        return sources.isUnchanged(file);
    }

    /** Why the run could not be made, for the one file that carries the message. */
    public @Nullable RuntimeException failureOf(SourceFile file) {
        return first != null && file.getId().equals(first.getId()) ? failure : null;
    }
}
