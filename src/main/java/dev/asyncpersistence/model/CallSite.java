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

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call in the source.
 *
 * @param id identity of the call's tree node, so that an edit can find it again
 * @param call callee and arguments
 * @param function qualified name of the enclosing {@code def}, null in module and class bodies
 * @param scope qualified name of the scope in which names are looked up
 * @param place the construct that decides whether an {@code await} may stand here
 * @param use what happens to the result
 * @param inLoop whether a loop or comprehension of the enclosing function repeats the call
 * @param enclosingCalls callees of the calls this one is an argument of, innermost first
 * @param generator the generator expression whose elements the call helps to make, if no other comprehension stands between or around them
 * @param managers context managers of the {@code with} statements around, outermost first; {@code async with} is not among them
 * @param caught what the {@code try} statements around catch of the call, outermost first; {@code BaseException} of a bare {@code except}
 */
public record CallSite(
        UUID id,
        SourceLocation location,
        Expr.Call call,
        @Nullable String function,
        String scope,
        Place place,
        Use use,
        boolean inLoop,
        List<Expr> enclosingCalls,
        @Nullable GeneratorExpression generator,
        List<Expr> managers,
        List<Expr> caught) {

    /** The innermost construct around a call that has rules of its own for {@code await}. */
    public enum Place {
        /** A statement of the function body. */
        BODY,
        LAMBDA,
        DECORATOR,
        /** A parameter's default value, evaluated when the function is defined. */
        DEFAULT_VALUE,
        /** A list, set or dict comprehension: an {@code await} is allowed in an async function. */
        COMPREHENSION,
        /** A comprehension inside a comprehension: an {@code await} is allowed from Python 3.11 on. */
        NESTED_COMPREHENSION,
        /** A generator expression: an {@code await} makes it an async generator (PEP 525, PEP 530). */
        GENERATOR_EXPRESSION,
        /** A replacement field of an f-string that the parser hands over as one literal. */
        F_STRING,
        /** A replacement field {@code {x=}} of an f-string, which shows the source of the expression, too. */
        SHOWN_SOURCE,
        MODULE_BODY,
        CLASS_BODY
    }

    /** Whether an {@code await}, {@code async with} or {@code async for} waits for the result. */
    public boolean awaited() {
        return use.isAwaited();
    }

    /** Models are compared by identity of what they describe: a deep comparison would visit half the program. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallSite that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
