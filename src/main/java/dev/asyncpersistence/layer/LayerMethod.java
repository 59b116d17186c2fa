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

import dev.asyncpersistence.layer.signature.CallFit;
import dev.asyncpersistence.layer.signature.Signatures;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.FunctionModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public method of a layer.
 *
 * @param evidence why it blocks; null unless it does
 * @param variant the coroutine on the same object that does the same, if there is a true one
 * @param counterpart the method of the async layer that does the same
 * @param candidates where there is no counterpart, coroutines of the async layer that may do the same, by their names: for a person to judge
 * @param threadObstacle why it may not be called on another thread; null if nothing is known against it
 * @param missedLoop what it does on the event loop, and does without on a thread, where there is none; null if there is nothing
 */
public record LayerMethod(
        String name,
        FunctionModel function,
        Kind kind,
        @Nullable BlockingEvidence evidence,
        @Nullable Counterpart variant,
        @Nullable Counterpart counterpart,
        List<String> candidates,
        @Nullable ThreadObstacle threadObstacle,
        @Nullable String missedLoop) {

    /** A method of which nothing but its kind is known. */
    static LayerMethod of(FunctionModel function, Kind kind, @Nullable BlockingEvidence evidence) {
        return new LayerMethod(function.name(), function, kind, evidence, null, null, List.of(), null, null);
    }

    LayerMethod withCandidates(List<String> names) {
        return new LayerMethod(name, function, kind, evidence, variant, counterpart, names, threadObstacle, missedLoop);
    }

    /** Whether a call of it stops the thread that makes it, if nothing is done about that. */
    public boolean blocksItsThread() {
        return kind == Kind.BLOCKING;
    }

    public enum Kind {
        /** Blocks the calling thread. */
        BLOCKING,
        /** Touches memory only; a thread would cost time and bring races. */
        IN_MEMORY,
        /** A coroutine that waits without blocking. */
        ASYNC,
        /** A coroutine that blocks all the same. */
        FAKE_ASYNC,
        /** Returns a generator, context manager or cursor, which does its work where it is used. */
        LAZY
    }

    /**
     * The async twin of a method.
     *
     * @param match how the two were matched
     * @param signatures which calls of the method can be made of its twin
     */
    public record Counterpart(FunctionModel function, Match match, Signatures signatures) {
        public String name() {
            return function.name();
        }

        /** How the signatures differ; null if every call of the method can be made of its twin as it is. */
        public @Nullable String difference() {
            return signatures.difference();
        }

        /** Whether and how a call of the method can be made of its twin. */
        public CallFit fit(CallSite site) {
            return signatures.fit(site);
        }
    }

    /** How a sync method and its async twin were matched. */
    public enum Match {
        SAME_NAME,
        /** {@code get_player} and {@code async_get_player}. */
        PREFIX_OR_SUFFIX,
        /** A coroutine of the sync layer, matched by prefix or suffix, delegates to it. */
        DELEGATION,
        /** The {@code renames} option says so. */
        OPTION
    }
}
