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

import dev.asyncpersistence.edit.FunctionTrees;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.tests.TestPlan;
import dev.asyncpersistence.source.Unparsable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param plan what was decided
 * @param left makes the plan for what came of it, which says what is still to do
 * @param edits the edits that were made
 * @param texts new texts of the changed files that came as text
 * @param undone edits that were taken back
 * @param pythonFiles how many Python files there are, tests included
 * @param parsedFiles how many of them were read
 * @param failures files that could not be parsed
 * @param copied the functions that the edits copy
 * @param tests what becomes of the tests; nothing where they were not asked about
 */
public record Outcome<P>(
        P plan,
        Supplier<P> left,
        List<Edit> edits,
        Map<Path, String> texts,
        List<UndoneEdits> undone,
        Collection<Unparsable> failures,
        int pythonFiles,
        int parsedFiles,
        FunctionTrees copied,
        TestPlan tests) {

    /** The same with what becomes of the tests. */
    Outcome<P> with(TestPlan plan) {
        return new Outcome<>(this.plan, left, edits, texts, undone, failures, pythonFiles, parsedFiles, copied, plan);
    }

    /** Paths of the files that could not be read, with slashes. */
    public Set<String> unread() {
        return failures.stream()
                .map(each -> each.path().toString().replace('\\', '/'))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is changed in a file. */
    public List<Change> changes(Path path) {
        String name = path.toString().replace('\\', '/');
        return edits.stream()
                .filter(edit -> edit.path().equals(name))
                .map(Edit::change)
                .toList();
    }
}
