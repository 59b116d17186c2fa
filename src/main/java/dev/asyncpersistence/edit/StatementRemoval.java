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
package dev.asyncpersistence.edit;

import java.util.regex.Pattern;

/** Takes a statement out of a suite with its line, its comment there and comments that are about nothing else. */
final class StatementRemoval {
    /** Comments for tools, which hold for what follows. */
    private static final Pattern PRAGMA =
            Pattern.compile("#\\s*(isort|fmt|yapf|pylint|ruff|flake8|mypy|pyright|type|noqa)\\b");

    private StatementRemoval() {}

    static Suite without(Suite suite, int index) {
        Suite rest = suite.without(index);
        if (suite.continuesLine(index + 1)) {
            return rest.withTextAbove(index, suite.textAbove(index));
        }
        if (suite.continuesLine(index)) {
            return rest.withoutSemicolon(index - 1);
        }
        return rest.withTextAbove(index, joined(suite, index));
    }

    private static String joined(Suite suite, int index) {
        Gap gap = suite.gap(index);
        String following = Spaces.fromLineEnd(suite.textAbove(index + 1));
        String comments = keptComments(suite, index, gap);
        String above = gap.above() + comments;
        if (index + 1 == suite.size()) {
            return above + following;
        }
        Gap next = new Gap("", following);
        String breaksAbove = new Gap("", gap.below().substring(comments.length())).lineBreaks();
        boolean startsFile = suite.isFile() && index == 0 && above.isEmpty();
        boolean keepsAbove =
                startsFile || breaksAbove.length() > next.lineBreaks().length();
        return above + (keepsAbove ? breaksAbove : next.lineBreaks()) + next.own();
    }

    /** A comment above one of several imports may be about all of them; above the last one it is about this one. */
    private static String keptComments(Suite suite, int index, Gap gap) {
        Gap next = Gap.of(suite.textAbove(index + 1), suite.indent());
        boolean groupGoesOn =
                suite.importAt(index + 1).isImport() && next.countLineBreaks() < 2 && !next.hasOwnComments();
        return groupGoesOn || PRAGMA.matcher(gap.below()).find() ? gap.allComments() : gap.separateComments();
    }
}
