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

import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.plan.gate.Allowance;
import dev.asyncpersistence.source.LogicalLines;
import dev.asyncpersistence.source.LogicalLines.Comment;
import dev.asyncpersistence.source.LogicalLines.Range;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the comments that allow something, with the statements that they stand at. */
final class AllowComments {
    private AllowComments() {}

    /** Those of a file. */
    static List<Allowance> in(String path, String text) {
        if (!text.contains(Allowance.MARK)) {
            return List.of();
        }
        LogicalLines lines = LogicalLines.of(text);
        return lines.comments().stream()
                .flatMap(comment -> Stream.ofNullable(allowance(path, comment, lines)))
                .toList();
    }

    private static @Nullable Allowance allowance(String path, Comment comment, LogicalLines lines) {
        String reason = Allowance.reasonIn(comment.text());
        if (reason == null) {
            return null;
        }
        Range around = lines.at(comment.line());
        Range below = around == null && comment.alone() ? lines.at(comment.line() + 1) : around;
        Range nothing = new Range(comment.line(), comment.line());
        Range range = Objects.requireNonNullElse(below, nothing);
        return new Allowance(new SourceLocation(path, comment.line()), range.first(), range.last(), reason);
    }
}
