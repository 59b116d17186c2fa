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
package dev.asyncpersistence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the imports that run when a file is imported, line by line, in a text that was not parsed: not those in functions and under
 * {@code if TYPE_CHECKING:}. It finds too many rather than too few: a line of a string that reads like an import counts.
 */
final class ImportScanner {
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\r?\\n");
    private static final Pattern FROM = Pattern.compile("from\\s*([.\\w]+?)\\s+import\\b\\s*(.*)");
    private static final Pattern FROM_DOTS = Pattern.compile("from\\s*(\\.+)\\s*import\\b\\s*(.*)");
    private static final Pattern IMPORT = Pattern.compile("import\\s+(.*)");
    private static final Pattern NOT_RUN =
            Pattern.compile("(async\\s+)?def\\s.*|if\\s*\\(?\\s*([\\w.]+\\.)?TYPE_CHECKING\\s*\\)?\\s*:.*");
    private static final Pattern LAYOUT = Pattern.compile("[\\s()]+");

    private final List<ImportedName> found = new ArrayList<>();
    private final List<String> lines;

    private ImportScanner(String text) {
        lines = CONTINUED.matcher(text).replaceAll(" ").lines().toList();
    }

    static List<ImportedName> scan(String text) {
        ImportScanner scanner = new ImportScanner(text);
        scanner.scan();
        return List.copyOf(scanner.found);
    }

    private void scan() {
        int notRunBelow = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i));
            String statement = line.strip();
            int indent = line.length() - line.stripLeading().length();
            if (statement.isEmpty() || indent > notRunBelow) {
                continue;
            }
            notRunBelow = NOT_RUN.matcher(statement).matches() ? indent : Integer.MAX_VALUE;
            if (statement.startsWith("from") || statement.startsWith("import")) {
                for (String each : upToParenthesis(i, statement).split(";", -1)) {
                    read(each.strip(), i + 1);
                }
            }
        }
    }

    private String upToParenthesis(int index, String statement) {
        StringBuilder whole = new StringBuilder(statement);
        for (int i = index + 1; i < lines.size() && isOpen(whole); i++) {
            whole.append(' ').append(withoutComment(lines.get(i)).strip());
        }
        return whole.toString();
    }

    private static boolean isOpen(StringBuilder statement) {
        return statement.indexOf("(") >= 0 && statement.indexOf(")") < 0;
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? line : line.substring(0, comment);
    }

    private void read(String statement, int line) {
        Matcher dots = FROM_DOTS.matcher(statement);
        Matcher from = FROM.matcher(statement);
        Matcher plain = IMPORT.matcher(statement);
        if (dots.matches()) {
            names(dots.group(2)).forEach(name -> found.add(new ImportedName(name, dots.group(1), name, false, line)));
        } else if (from.matches()) {
            names(from.group(2)).forEach(name -> found.add(new ImportedName(name, from.group(1), name, false, line)));
        } else if (plain.matches()) {
            names(plain.group(1)).forEach(name -> found.add(new ImportedName(name, name, null, false, line)));
        }
    }

    /** Names in a list, without aliases. */
    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String each : list.split(",", -1)) {
            String name = LAYOUT.matcher(each).replaceAll(" ").strip();
            int space = name.indexOf(' ');
            if (!name.isEmpty()) {
                names.add(space < 0 ? name : name.substring(0, space));
            }
        }
        return names;
    }
}
