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
package dev.asyncpersistence.report.tracker;

import java.util.ArrayList;
import java.util.List;

/** Lines of a Markdown table. */
final class MarkdownTable {
    private MarkdownTable() {}

    /** The two lines that a table begins with. */
    static List<String> head(List<String> columns) {
        List<String> result = new ArrayList<>();
        result.add(row(columns.toArray(new String[0])));
        result.add("| --- ".repeat(columns.size()) + "|");
        return result;
    }

    static String row(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(cell.isEmpty() ? " |" : " " + cell + " |");
        }
        return line.toString();
    }
}
