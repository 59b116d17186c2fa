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
package dev.asyncpersistence.plan.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an async thing is called that belongs to a sync one: {@code async_persistence} to {@code _persistence}, {@code get_async_db} to {@code get_db}. */
final class AsyncNames {
    private static final Set<String> ASYNC = Set.of("async", "aio", "asyncio");
    private static final Set<String> SYNC = Set.of("sync", "blocking");

    private AsyncNames() {}

    /** The name for a new one; leading underscores stay in front. */
    static String of(String name) {
        String plain = name.replaceFirst("^_+", "");
        String underscores = name.substring(0, name.length() - plain.length());
        String prefix = plain.equals(plain.toUpperCase(Locale.ROOT)) ? "ASYNC_" : "async_";
        return underscores + prefix + plain.replaceFirst("^sync_", "");
    }

    /** Whether two names differ by what says sync or async alone. */
    static boolean areTwins(String sync, String async) {
        List<String> words = words(async);
        return saysAsync(async) ? plain(words).equals(plain(words(sync))) : words.equals(words("a" + sync));
    }

    private static boolean saysAsync(String name) {
        return words(name).stream().anyMatch(ASYNC::contains);
    }

    /**
     * The one of several async things that belongs to a sync one: its namesake, or the only one where there is only one sync thing.
     *
     * @param sync how many sync things there are to choose for
     */
    static @Nullable String choose(String name, List<String> candidates, int sync) {
        List<String> twins = candidates.stream().filter(c -> areTwins(name, c)).toList();
        if (twins.size() == 1) {
            return twins.get(0);
        }
        if (twins.contains(of(name))) {
            return of(name);
        }
        return candidates.size() == 1 && sync <= 1 ? candidates.get(0) : null;
    }

    private static List<String> words(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(lower.split("_", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> plain(List<String> words) {
        List<String> result = new ArrayList<>(words);
        result.removeAll(ASYNC);
        result.removeAll(SYNC);
        return result;
    }
}
