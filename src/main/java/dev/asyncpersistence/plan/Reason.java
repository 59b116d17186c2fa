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
package dev.asyncpersistence.plan;

/** Why a call site is treated as it is. The names are part of the reports' format. */
public enum Reason {
    ASYNC_METHOD("the async layer has the method", ""),
    NO_ASYNC_METHOD("no async method does the same", "add the method to the async layer where it is called often"),
    SIGNATURE_MISMATCH("the async method takes other parameters", "make the signatures agree"),
    ASYNC_LAYER_NOT_REACHABLE("the async layer is not at hand here", "give the class the async layer"),
    INDIRECT_CALL(
            "the async method can't stand in for what is called here, an alias or one of several objects",
            "call the method on the layer itself"),

    IN_MEMORY("touches memory only", ""),
    ALREADY_ASYNC("already a coroutine", ""),
    OFF_LOOP("already runs on another thread", ""),
    NO_SUCH_METHOD(
            "neither layer has this method",
            "look for a misspelt or removed method: the call fails when it is reached"),
    SYNC_FUNCTION(
            "the calling function is not async", "make the function async, or call it through `asyncio.to_thread`"),
    FAKE_ASYNC("a coroutine that blocks all the same", "let it await the async layer or `asyncio.to_thread`"),
    COROUTINE_NOT_AWAITED("a coroutine that nobody awaits", "await it"),
    AWAITS_PLAIN_VALUE("the result of a sync method is awaited", "remove the `await`, or call the async layer"),
    PROBED(
            "the function asks at run time whether the method is a coroutine function",
            "decide for one of the two layers"),
    LAZY_RESULT(
            "returns a generator, context manager or cursor, which does its work where it is used",
            "fetch all rows in one method, or use an async form"),
    SHARED_CONNECTION(
            "on threads, calls would share a connection that can't be shared",
            "give each call a connection of its own, or take them from a pool"),
    NEEDS_EVENT_LOOP("the method works on the event loop's thread only", "give it an async form"),
    LAMBDA("a lambda can't await", "turn the lambda into an async function"),
    GENERATOR_EXPRESSION(
            "an `await` would turn the generator expression into an async generator",
            "use a list comprehension or a loop"),
    NESTED_COMPREHENSION("an `await` in a comprehension inside a comprehension needs Python 3.11", "use a loop"),
    DEFAULT_VALUE("a default value can't await", "compute it in the function's body"),
    DECORATOR("a decorator can't await", "compute it before"),
    MODULE_BODY("a module body can't await", "move it into a startup function"),
    CLASS_BODY("a class body can't await", "move it into a startup function"),
    AMBIGUOUS_RECEIVER("it can't be told whether this is the sync or the async method", "annotate the receiver"),
    ASYNCIO_SHADOWED(
            "`asyncio` means something else here, or is imported further down",
            "import `asyncio` at the top of the module");

    private final String text;
    private final String advice;

    Reason(String text, String advice) {
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
