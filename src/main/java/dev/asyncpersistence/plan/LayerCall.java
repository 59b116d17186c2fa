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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved.Evidence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call on a persistence layer.
 *
 * @param onAsyncLayer whether the receiver is the layer's async twin
 * @param methodName the method called
 * @param method what the layer has under that name; null if nothing, and for calls on the async twin
 * @param asyncMethod what the async twin has under that name, for calls on it
 * @param evidence how the receiver was found
 * @param direct whether it is written as {@code receiver.method(...)} and nothing but the layer can be the receiver, so that another method, or
 *     another receiver, can be put there
 * @param function the enclosing function; null in module and class bodies
 */
public record LayerCall(
        CallSite site,
        Layer layer,
        boolean onAsyncLayer,
        String methodName,
        @Nullable LayerMethod method,
        @Nullable FunctionModel asyncMethod,
        Evidence evidence,
        boolean direct,
        @Nullable FunctionModel function) {
    /** Calls that ask what a function is. */
    private static final Set<String> PROBES = Set.of("iscoroutinefunction", "isawaitable", "iscoroutine");

    /** The receiver as written, arguments left out; empty for a function called by its bare name. */
    public String receiver() {
        return site.call().callee() instanceof Expr.Attribute attribute
                ? attribute.value().display()
                : "";
    }

    /** {@code if iscoroutinefunction(method): await method(x)} and the like, on a method taken from the layer first. */
    public boolean isProbed() {
        return site.call().callee() instanceof Expr.Name
                && function != null
                && function.calls().stream()
                        .map(other -> Program.lastName(other.call().callee()))
                        .anyMatch(name -> name != null && PROBES.contains(name));
    }
}
