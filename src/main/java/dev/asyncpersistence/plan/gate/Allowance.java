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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.model.SourceLocation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment by which somebody answers for a statement: {@code # async-persistence: allow <reason>}.
 *
 * @param location where the comment stands
 * @param first the first line of the statement
 * @param last its last line
 * @param reason empty if it is missing, and then the comment allows nothing
 */
public record Allowance(SourceLocation location, int first, int last, String reason) {
    /** What a text has in it that may have such a comment. */
    public static final String MARK = "async-persistence:";

    private static final Pattern COMMENT = Pattern.compile("#\\s*" + MARK + "\\s*allow\\b[\\s:,-]*(.*)");

    /** Where the comment of another tool begins. */
    private static final Pattern NEXT_COMMENT = Pattern.compile("(^|\\s)#\\s");

    /** The reason that a comment gives; empty if it allows something without one, null if it allows nothing. */
    public static @Nullable String reasonIn(String comment) {
        Matcher matcher = COMMENT.matcher(comment);
        return matcher.find() ? NEXT_COMMENT.split(matcher.group(1), 2)[0].strip() : null;
    }

    boolean covers(SourceLocation place) {
        return place.path().equals(location.path()) && first <= place.line() && place.line() <= last;
    }
}
