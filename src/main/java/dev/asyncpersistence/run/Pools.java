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

import dev.asyncpersistence.source.InterpreterLookup;
import dev.asyncpersistence.source.ParseProgress;
import dev.asyncpersistence.source.ParserPool;
import dev.asyncpersistence.source.PythonInterpreter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens parser pools that tell the user how far they are. */
final class Pools {
    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);

    private Pools() {}

    /**
     * A pool for a project's texts; null if it has none.
     *
     * @param directory where an interpreter is looked for
     * @param python the interpreter that the user names
     */
    static @Nullable ParserPool open(Project project, Path directory, @Nullable String python) {
        if (project.texts().isEmpty()) {
            return null;
        }
        PythonInterpreter interpreter = new InterpreterLookup(directory).find(python);
        return new ParserPool(interpreter, ParserPool.workersFor(project.texts().size()), Pools::logProgress);
    }

    private static void logProgress(ParseProgress progress) {
        if (progress.parsed() == progress.total() || progress.parsed() % 50 == 0) {
            LOG.info("Parsed {} of {} files", progress.parsed(), progress.total());
        }
    }
}
