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

/** What happens to the value of an expression, by the construct around it. Parentheses and {@code :=} are seen through. */
public enum Use {
    /** {@code await x}. */
    AWAITED,
    /** {@code await (await x)}: what awaiting it gives is awaited, too. */
    AWAITED_TWICE,
    /** A statement of its own: the value is dropped. */
    DISCARDED,
    /** Bound to a name, an attribute or an item. */
    ASSIGNED,
    RETURNED,
    YIELDED,
    /** An argument of a call. */
    ARGUMENT,
    /** The callee of a call: {@code x()}. */
    CALLED,
    /** An attribute or item is taken from it: {@code x.y}, {@code x[0]}. */
    PRIMARY,
    /** An element of a list, tuple, set or dict, or what a comprehension gives. */
    ELEMENT,
    /** What a {@code for} loop or comprehension runs over, or a star unpacks. */
    ITERATED,
    /** {@code async for _ in x}. */
    ITERATED_ASYNC,
    /** {@code with x}. */
    ENTERED,
    /** {@code with x, y}: one of several that a statement enters. */
    ENTERED_WITH_OTHERS,
    /** {@code async with x}. */
    ENTERED_ASYNC,
    /** Asked for its truth: a condition, an operand of {@code not}, the first one of {@code and} and {@code or}. */
    TESTED,
    /** An operand of arithmetic or a comparison, an index, part of a slice. */
    OPERAND,
    /** In a replacement field of an f-string. */
    INTERPOLATED,
    RAISED,
    OTHER;

    /** Whether an {@code await}, {@code async with} or {@code async for} waits for it. */
    public boolean isAwaited() {
        return this == AWAITED || this == AWAITED_TWICE || this == ENTERED_ASYNC || this == ITERATED_ASYNC;
    }

    /** Whether a {@code with} enters it, that isn't {@code async}. */
    public boolean isEntered() {
        return this == ENTERED || this == ENTERED_WITH_OTHERS;
    }

    /** Whether a coroutine, of which every one is true and none has items, is surely not what is meant here. */
    public boolean needsPlainValue() {
        return switch (this) {
            case PRIMARY, ITERATED, ENTERED, ENTERED_WITH_OTHERS, TESTED, OPERAND, INTERPOLATED, RAISED, CALLED -> true;
            default -> false;
        };
    }
}
