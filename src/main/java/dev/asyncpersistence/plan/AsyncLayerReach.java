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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds an expression that gives the async layer at a call site, from what is already there. */
final class AsyncLayerReach {
    private final Resolver resolver;

    AsyncLayerReach(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Source text of such an expression, or null. Nearest first: beside the sync receiver, on {@code self}, a parameter. */
    @Nullable
    String from(LayerCall call) {
        ClassModel asyncType = call.layer().asyncType();
        if (asyncType == null) {
            return null;
        }
        String beside = besideReceiver(call, asyncType);
        if (beside != null) {
            return beside;
        }
        String onSelf = onSelf(call.function(), asyncType);
        return onSelf != null ? onSelf : parameter(call.function(), asyncType);
    }

    /** {@code x.async_persistence} where the receiver is {@code x.persistence}. */
    private @Nullable String besideReceiver(LayerCall call, ClassModel asyncType) {
        if (!(call.site().call().callee() instanceof Expr.Attribute callee)
                || !(callee.value() instanceof Expr.Attribute receiver)
                || receiver.value().dotted() == null) {
            return null;
        }
        String owner = receiver.value().dotted();
        for (Resolved each : resolver.resolve(receiver.value(), call.site().scope())) {
            if (each.value() instanceof Value.Instance instance) {
                String attribute = attribute(instance.type(), asyncType);
                if (attribute != null) {
                    return owner + "." + attribute;
                }
            }
        }
        String written = writtenBeside(receiver, asyncType);
        return written == null ? null : owner + "." + written;
    }

    /** {@code app.state.async_persistence = ...} beside {@code app.state.persistence = ...}. */
    private @Nullable String writtenBeside(Expr.Attribute receiver, ClassModel asyncType) {
        for (AttributeWrite sync : resolver.program().attributeWrites(receiver.attr())) {
            for (AttributeWrite other : writesIn(sync.scope())) {
                if (other.target().equals(sync.target()) && isInstance(other.value(), other.scope(), asyncType)) {
                    return other.attr();
                }
            }
        }
        return null;
    }

    private List<AttributeWrite> writesIn(String scope) {
        return resolver.program().moduleOf(scope).attributeWrites().stream()
                .filter(write -> write.scope().equals(scope))
                .toList();
    }

    private @Nullable String onSelf(@Nullable FunctionModel function, ClassModel asyncType) {
        if (function == null || function.className() == null || !function.hasImplicitFirstParameter()) {
            return null;
        }
        ClassModel type = resolver.program().classNamed(function.className());
        String attribute = type == null || function.hasDecorator("classmethod") ? null : attribute(type, asyncType);
        return attribute == null ? null : function.parameters().get(0).name() + "." + attribute;
    }

    /** An attribute of a class that always holds the async layer: every binding that is understood does. */
    private @Nullable String attribute(ClassModel type, ClassModel asyncType) {
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            for (Map.Entry<String, List<Binding>> attribute : new TreeMap<>(each.attributes()).entrySet()) {
                Value.Instance owner = new Value.Instance(each);
                List<Resolved> values = resolver.member(owner, attribute.getKey());
                if (!values.isEmpty() && values.stream().allMatch(v -> isInstance(v.value(), asyncType))) {
                    return attribute.getKey();
                }
            }
        }
        return null;
    }

    private @Nullable String parameter(@Nullable FunctionModel function, ClassModel asyncType) {
        if (function == null) {
            return null;
        }
        for (Parameter parameter : function.callParameters()) {
            List<Resolved> values = resolver.resolve(new Expr.Name(parameter.name()), function.qualifiedName());
            if (!values.isEmpty() && values.stream().allMatch(v -> isInstance(v.value(), asyncType))) {
                return parameter.name();
            }
        }
        return null;
    }

    private boolean isInstance(Expr value, String scope, ClassModel asyncType) {
        List<Resolved> values = resolver.resolve(value, scope);
        return !values.isEmpty() && values.stream().allMatch(v -> isInstance(v.value(), asyncType));
    }

    private boolean isInstance(Value value, ClassModel asyncType) {
        return value instanceof Value.Instance instance && resolver.hierarchy().isSubclass(instance.type(), asyncType);
    }
}
