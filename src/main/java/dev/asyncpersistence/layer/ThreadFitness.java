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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a method can be run on another thread than the event loop's. */
final class ThreadFitness {
    private final Resolver resolver;
    private final CallCatalogue catalogue;

    ThreadFitness(Resolver resolver, CallCatalogue catalogue) {
        this.resolver = resolver;
        this.catalogue = catalogue;
    }

    /** The call, reached from the function, that needs the event loop's thread; null if there is none. */
    @Nullable
    String loopCall(FunctionModel function) {
        return LoopCalls.needed(function, resolver, catalogue);
    }

    /** What a function that needs no event loop does on it, and leaves where there is none; null if there is nothing. */
    @Nullable
    String missedLoop(FunctionModel function) {
        return LoopCalls.any(function, resolver, catalogue);
    }

    /** Whether the function returns a cursor or the like, which goes on reading on the thread that consumes it. */
    boolean returnsCursor(FunctionModel function) {
        return returnsCursor(function, new HashSet<>());
    }

    private boolean returnsCursor(FunctionModel function, Set<FunctionModel> seen) {
        return seen.add(function) && function.returned().stream().anyMatch(value -> isCursor(value, function, seen));
    }

    private boolean isCursor(Expr value, FunctionModel function, Set<FunctionModel> seen) {
        if (value instanceof Expr.Name name) {
            return function.locals().getOrDefault(name.id(), List.of()).stream()
                    .anyMatch(b -> b.kind() == Binding.Kind.ASSIGNMENT
                            && b.value() instanceof Expr.Call
                            && isCursor(b.value(), function, seen));
        }
        if (!(value instanceof Expr.Call call)) {
            return false;
        }
        List<FunctionModel> called = resolver.resolve(call.callee(), function.qualifiedName()).stream()
                .map(Resolved::value)
                .filter(Value.FunctionObject.class::isInstance)
                .map(target -> ((Value.FunctionObject) target).function())
                .toList();
        if (!called.isEmpty()) {
            return called.stream().anyMatch(f -> f.yielded() || returnsCursor(f, seen));
        }
        return call.callee() instanceof Expr.Attribute callee && catalogue.isLazyMethod(callee.attr());
    }
}
