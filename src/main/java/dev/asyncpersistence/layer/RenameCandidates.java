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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.layer.LayerMethod.Counterpart;
import dev.asyncpersistence.layer.signature.Signatures;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Coroutines that may do under another name what a blocking method does. Names and signatures can't tell: {@code get_player_by_id} may or may not be
 * {@code get_player}, so that they are only named, for the {@code renames} option.
 */
final class RenameCandidates {
    private static final int AT_MOST = 3;

    /** Verbs that name the same deed. */
    private static final List<Set<String>> VERBS = List.of(
            Set.of("fetch", "find", "get", "list", "load", "lookup", "query", "read", "retrieve", "select"),
            Set.of("persist", "put", "save", "store", "update", "upsert", "write"),
            Set.of("delete", "remove"),
            Set.of("add", "create", "insert"));

    private final Resolver resolver;
    private final List<FunctionModel> unmatched;

    /** @param methods the sync layer's methods; what one of them is matched with is no candidate for another one */
    RenameCandidates(List<FunctionModel> coroutines, Collection<LayerMethod> methods, Resolver resolver) {
        this.resolver = resolver;
        Set<String> matched = methods.stream()
                .map(LayerMethod::counterpart)
                .filter(counterpart -> counterpart != null)
                .map(Counterpart::name)
                .collect(Collectors.toSet());
        this.unmatched =
                coroutines.stream().filter(c -> !matched.contains(c.name())).toList();
    }

    List<String> of(LayerMethod method) {
        if (!method.blocksItsThread() || method.counterpart() != null) {
            return List.of();
        }
        return unmatched.stream()
                .filter(coroutine -> mayMean(coroutine.name(), method.name()))
                .filter(coroutine -> new Signatures(method.function(), coroutine, resolver).agree())
                .map(FunctionModel::name)
                .limit(AT_MOST)
                .toList();
    }

    /** Whether one name has all the words of another, of which a verb alone says too little. */
    static boolean mayMean(String candidate, String name) {
        Set<String> words = words(name);
        return words.stream().anyMatch(word -> verb(word).equals(word))
                && words(candidate).stream()
                        .map(RenameCandidates::verb)
                        .collect(Collectors.toSet())
                        .containsAll(words.stream().map(RenameCandidates::verb).toList());
    }

    private static Set<String> words(String name) {
        Set<String> result = new HashSet<>(Arrays.asList(name.split("_", -1)));
        result.removeAll(Set.of("", "async", "aio"));
        return result;
    }

    /** One name for all verbs of a kind, which is none of them; another word as it is. */
    private static String verb(String word) {
        for (int i = 0; i < VERBS.size(); i++) {
            if (VERBS.get(i).contains(word)) {
                return "#" + i;
            }
        }
        return word;
    }
}
