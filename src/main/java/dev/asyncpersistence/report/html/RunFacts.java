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
package dev.asyncpersistence.report.html;

import dev.asyncpersistence.plan.phase.Phase;
import dev.asyncpersistence.plan.progress.Progress;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the report tells of the run that it comes from.
 *
 * @param project name of the project
 * @param made when the run was made
 * @param pythonFiles how many Python files there are
 * @param parsedFiles how many of them were read
 * @param phases those that are planned, and those that are proposed for the rest
 * @param progress what is done of the migration; null if nobody keeps track of it
 */
public record RunFacts(
        String project,
        ZonedDateTime made,
        int pythonFiles,
        int parsedFiles,
        List<Unread> unread,
        List<Phase> phases,
        @Nullable Progress progress) {
    /**
     * A file that could not be read.
     *
     * @param line where reading stopped, counted from 1; 0 if it is not known
     */
    public record Unread(String path, int line, String cause) {}
}
