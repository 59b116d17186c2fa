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
    SIGNATURE_MISMATCH(
            "the async method takes other parameters, or returns something else", "make the signatures agree"),
    ASYNC_LAYER_NOT_REACHABLE("the async layer is not at hand here", "give the class the async layer"),
    INDIRECT_CALL(
            "the async method can't stand in for what is called here, an alias or one of several objects",
            "call the method on the layer itself"),

    IN_MEMORY("touches memory only", ""),
    ALREADY_ASYNC("already a coroutine", ""),
    OTHER_PHASE("left for another phase", "run the phase that has the file"),
    OFF_LOOP("already runs on another thread", ""),
    NO_SUCH_METHOD(
            "neither layer has this method",
            "look for a misspelt or removed method: the call fails when it is reached"),
    NOT_REACHED(
            "no coroutine is known to reach the function",
            "if something outside the sources calls it on the event loop, make it async by hand"),
    SYNC_CALLER(
            "the function is also called where nobody can await",
            "give that caller a function of its own, or make it async"),
    UNRESOLVED_CALLER("something that can't be told apart may call the function", "annotate the receiver"),
    AMBIGUOUS_CALLER(
            "a call reaches the function or something else that stays as it is",
            "annotate the receiver, or make both coroutines"),
    UNREAD_CALLER(
            "a file that could not be read may call the function", "use an interpreter that is as new as the code"),
    DUNDER_METHOD(
            "a special method, which Python calls without awaiting it",
            "move the work into a coroutine that is awaited, such as an async factory"),
    PROPERTY("a property can't be awaited", "turn the property into an async method"),
    GENERATOR_FUNCTION(
            "a generator, which sync code consumes", "return a list, or make it an async generator with its loops"),
    CONTEXT_MANAGER("a sync context manager", "use `contextlib.asynccontextmanager` and `async with`"),
    CACHED_FUNCTION("a cache would keep the coroutine, not its result", "use an async cache"),
    DECORATED_FUNCTION(
            "a decorator calls the function without awaiting it", "make the decorator await coroutine functions"),
    EXTERNAL_BASE(
            "may override a method that a class outside the project calls",
            "move the work into a coroutine and schedule it from here"),
    LAYER_CODE("part of the layer itself", ""),
    CALLBACK(
            "handed over by reference to something that calls it without awaiting it",
            "let the receiver await coroutine functions, or schedule a task from the callback"),
    RETURNS_AWAITABLE("returns an awaitable, which its callers await", "make it a coroutine function by hand"),
    STOPS_ITERATION(
            "lets `StopIteration` out, which neither a coroutine nor a thread can hand on",
            "return a default value, or raise another exception"),
    RUNS_LOOP("runs an event loop of its own", "await the coroutine instead of running a loop for it"),
    THREAD_UNFIT("stays sync, and can't run on a thread either", "move the blocking part into a function of its own"),
    RUNS_ON_THREAD("coroutines run the function on a thread", ""),
    NO_KNOWN_CALLER(
            "calls what must be awaited now, and nothing in the sources uses it",
            "if something outside the sources calls it, let it await"),
    MUST_AWAIT("calls what must be awaited now", ""),
    LOCK_HELD(
            "a lock of threads is held: another task that waits for it would stop the event loop for good",
            "release the lock before, or use `asyncio.Lock`"),
    FAKE_ASYNC("a coroutine that blocks all the same", "let it await the async layer or `asyncio.to_thread`"),
    NOT_CERTAIN("may be awaited in a way that isn't seen", "look whether anybody awaits it"),
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
    SHOWN_SOURCE("the f-string shows the source of the call (`{x=}`)", "write the text in front of the field out"),
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
