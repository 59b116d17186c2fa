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
package dev.asyncpersistence.plan.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often methods were called in production, as the user's monitoring says.
 *
 * @param entries one for each line
 */
public record Profile(List<Entry> entries) {
    private static final Pattern METHOD = Pattern.compile("[\\w.]*\\w", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One line.
     *
     * @param line its number, 1-based
     */
    public record Entry(MethodName method, long calls, int line) {}

    /**
     * Reads lines {@code method,calls}; the first may be a header.
     *
     * @param file name of the file, for messages
     * @throws IllegalArgumentException when a line has another form; the message names file and line
     */
    public static Profile parse(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.replace(BYTE_ORDER_MARK, "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Entry entry = lines.get(i).isBlank() ? null : entry(lines.get(i), i + 1);
            boolean header = i == 0 && lines.get(i).split(",", -1).length == 2;
            if (entry != null) {
                entries.add(entry);
            } else if (!lines.get(i).isBlank() && !header) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": `" + lines.get(i)
                                + "` is not of the form `method,calls`, such as `get_player,1200` or `PersistenceLayer.get_player,1200`");
            }
        }
        return new Profile(List.copyOf(entries));
    }

    private static @Nullable Entry entry(String line, int number) {
        String[] fields = line.split(",", -1);
        if (fields.length != 2) {
            return null;
        }
        String method = unquoted(fields[0]);
        String calls = unquoted(fields[1]);
        boolean valid =
                METHOD.matcher(method).matches() && NUMBER.matcher(calls).matches();
        return valid ? new Entry(MethodName.of(method), Long.parseLong(calls), number) : null;
    }

    private static String unquoted(String field) {
        String stripped = field.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
