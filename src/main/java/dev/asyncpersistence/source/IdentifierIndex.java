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
package dev.asyncpersistence.source;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which files mention an identifier anywhere: in code, in a string, in a comment. It is what keeps parsing, by far the
 * most expensive step, to the files that may have to change; a mention too many costs a second, a missed one a bug.
 */
public final class IdentifierIndex {

    private final List<Path> paths = new ArrayList<>();
    private final Map<String, BitSet> mentions = new HashMap<>();

    public IdentifierIndex(Collection<PythonText> texts) {
        for (PythonText text : texts) {
            int file = paths.size();
            paths.add(text.path());
            scan(text.text(), file);
        }
    }

    /** The files that mention at least one of the identifiers, sorted. */
    public SortedSet<Path> filesMentioning(Collection<String> identifiers) {
        BitSet files = new BitSet();
        for (String identifier : identifiers) {
            BitSet mentioned = mentions.get(normalise(identifier));
            if (mentioned != null) {
                files.or(mentioned);
            }
        }
        SortedSet<Path> found = new TreeSet<>();
        files.stream().forEach(file -> found.add(paths.get(file)));
        return found;
    }

    private void scan(String text, int file) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (!isPart(c)) {
                at = next;
                continue;
            }
            while (next < length && isPart(text.codePointAt(next))) {
                next += Character.charCount(text.codePointAt(next));
            }
            // A number such as 1e5 is one token, too: it is not a mention of e5.
            if (isStart(text.codePointAt(at))) {
                String identifier = normalise(text.substring(at, next));
                mentions.computeIfAbsent(identifier, name -> new BitSet()).set(file);
            }
            at = next;
        }
    }

    private static boolean isStart(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
        return Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isPart(int c) {
        if (c < 128) {
            return isStart(c) || (c >= '0' && c <= '9');
        }
        return Character.isUnicodeIdentifierPart(c);
    }

    /** Python compares identifiers in NFKC form. */
    private static String normalise(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            if (identifier.charAt(i) >= 128) {
                return Normalizer.normalize(identifier, Normalizer.Form.NFKC);
            }
        }
        return identifier;
    }
}
