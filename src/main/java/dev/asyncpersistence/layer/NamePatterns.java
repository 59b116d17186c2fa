package dev.asyncpersistence.layer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dotted names, exact or with everything below them ({@code requests.*}). */
final class NamePatterns {
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> below = new HashMap<>();

    record Match(int length, String reason) {}

    void add(String pattern, String reason) {
        if (pattern.endsWith(".*")) {
            below.put(pattern.substring(0, pattern.length() - 2), reason);
        } else {
            exact.put(pattern, reason);
        }
    }

    /** The most specific entry that covers a name. What is reached from a listed function ({@code connect().execute}) is covered by it. */
    @Nullable Match longestMatch(String name) {
        String plain = name.replace("()", "");
        String whole = exact.get(plain);
        if (whole != null) {
            return new Match(plain.length() + 1, whole);
        }
        for (int end = plain.length(); end > 0; end = plain.lastIndexOf('.', end - 1)) {
            String prefix = plain.substring(0, end);
            String reason = below.get(prefix);
            if (reason == null && end < plain.length()) {
                reason = exact.get(prefix);
            }
            if (reason != null) {
                return new Match(end, reason);
            }
        }
        return null;
    }
}
