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

/** Why a method isn't written. The names are part of the reports' format. */
public enum Refusal {
    IN_MEMORY("touches memory only", "call it as it is"),
    ALREADY_ASYNC("a coroutine already", ""),
    HAS_ASYNC_METHOD("has an async version already", ""),
    SIGNATURE_MISMATCH("the async layer has such a method, but it takes other parameters", "make the signatures agree"),
    PERHAPS_RENAMED(
            "the async layer may have it under another name",
            "say so by the option renames, or ask for the method by its name"),
    LAZY_RESULT(
            "returns a generator, context manager or cursor, which does its work where it is used",
            "write an async form by hand, or one that fetches all rows"),
    SHARED_CONNECTION(
            "on threads, calls would share a connection that can't be shared",
            "give each call a connection of its own, or take them from a pool"),
    NEEDS_EVENT_LOOP("works on the event loop's thread only", "write an async form by hand"),
    DECORATED(
            "what the decorator makes of a coroutine function isn't known",
            "write the coroutine by hand, with the decorator's async form"),
    DEFINED_TWICE("is defined more than once", "write the coroutine by hand, or leave one definition"),
    COMPUTED_DEFAULT(
            "a default value is the result of a call, which the copy would make once more",
            "give the value a name, and use that as the default"),
    NAME_TAKEN("the class has something else of that name", "rename that, or write the coroutine by hand"),
    CALLED_BY_INHERITED_CODE(
            "sync code that the async class inherits calls the method, and would get a coroutine",
            "let the async class hold the sync layer instead of deriving from it"),
    SYNC_LAYER_NOT_REACHABLE(
            "the async class has no way to the sync layer",
            "give the async class an attribute that holds the sync layer, or write a function without parameters that returns the shared one"),
    SEVERAL_ACCESSORS(
            "more than one function returns the sync layer",
            "give the async class an attribute that holds the sync layer"),
    NO_PLACE("the async class has no method to stand beside", "write its first method by hand"),
    NAME_NOT_AVAILABLE(
            "a name that the signature or the body needs means something else there, or can't be imported",
            "import it by hand under that name"),
    EVALUATED_ANNOTATIONS(
            "annotations that the sync layer's module doesn't evaluate would be evaluated",
            "add `from __future__ import annotations` to the async layer's module"),
    IMPORT_CYCLE("an import that is needed would be a cycle", "move what is imported into a module of its own"),
    ASYNCIO_SHADOWED("`asyncio` means something else there", "import `asyncio` at the top of the module");

    private final String text;
    private final String advice;

    Refusal(String text, String advice) {
        this.text = text;
        this.advice = advice;
    }

    /** The reason in words. */
    public String text() {
        return text;
    }

    /** What a person can do; empty if there is nothing to do. */
    public String advice() {
        return advice;
    }
}
