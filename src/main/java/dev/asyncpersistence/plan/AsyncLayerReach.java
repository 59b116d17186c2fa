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
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<ClassModel> owners = resolver.resolve(receiver.value(), call.site().scope()).stream()
                .filter(each -> each.value() instanceof Value.Instance)
                .map(each -> ((Value.Instance) each.value()).type())
                .toList();
        String found = owners.isEmpty() ? writtenBeside(receiver, asyncType) : attribute(owners.get(0), asyncType);
        boolean everywhere =
                found != null && owners.stream().allMatch(other -> found.equals(attribute(other, asyncType)));
        return everywhere ? owner + "." + found : null;
    }

    /** {@code app.state.async_persistence = ...} beside each {@code app.state.persistence = ...}. */
    private @Nullable String writtenBeside(Expr.Attribute receiver, ClassModel asyncType) {
        String owner = Program.lastName(receiver.value());
        List<AttributeWrite> syncWrites = resolver.program().attributeWrites(receiver.attr()).stream()
                .filter(write -> Objects.equals(owner, Program.lastName(write.target())))
                .toList();
        String found = null;
        for (AttributeWrite sync : syncWrites) {
            String beside = writesIn(sync.scope()).stream()
                    .filter(other -> other.target().equals(sync.target()))
                    .filter(other -> isInstance(other.value(), other.scope(), asyncType))
                    .map(AttributeWrite::attr)
                    .findFirst()
                    .orElse(null);
            if (beside == null || (found != null && !found.equals(beside))) {
                return null;
            }
            found = beside;
        }
        return found;
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

    /** An attribute of a class that always holds the async layer: it is bound when the object is made, and every binding that is understood does. */
    private @Nullable String attribute(ClassModel type, ClassModel asyncType) {
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            for (Map.Entry<String, List<Binding>> attribute : new TreeMap<>(each.attributes()).entrySet()) {
                if (isMadeWithObject(each, attribute.getValue())
                        && attribute.getValue().stream().noneMatch(this::mayBeNone)
                        && isMember(each, attribute.getKey(), asyncType)) {
                    return attribute.getKey();
                }
            }
            for (FunctionModel method : new TreeMap<>(each.methods()).values()) {
                if (method.isProperty() && isMember(each, method.name(), asyncType)) {
                    return method.name();
                }
            }
        }
        return null;
    }

    private boolean isMember(ClassModel type, String name, ClassModel asyncType) {
        List<Resolved> values = resolver.member(new Value.Instance(type), name);
        return !values.isEmpty() && values.stream().allMatch(v -> isInstance(v.value(), asyncType));
    }

    private static boolean isMadeWithObject(ClassModel type, List<Binding> bindings) {
        return bindings.stream()
                .anyMatch(b -> b.scope().equals(type.qualifiedName())
                        || b.scope().endsWith(".__init__")
                        || b.scope().endsWith(".__post_init__"));
    }

    private boolean mayBeNone(Binding binding) {
        return (binding.value() instanceof Expr.Opaque && isOptional(binding.annotation()))
                || mayBeNone(binding.value(), binding.scope());
    }

    private static boolean isOptional(@Nullable Expr annotation) {
        if (annotation instanceof Expr.Subscript generic) {
            return "Optional".equals(Program.lastName(generic.value()));
        }
        return annotation instanceof Expr.AnyOf union
                && union.options().stream().anyMatch(o -> o instanceof Expr.Opaque || o.equals(new Expr.Name("None")));
    }

    /** {@code None}, which the model doesn't follow, or a parameter that it is the default of, unless something else comes behind an {@code or}. */
    private boolean mayBeNone(Expr value, String scope) {
        if (value instanceof Expr.AnyOf anyOf) {
            return mayBeNone(anyOf.options().get(anyOf.options().size() - 1), scope);
        }
        FunctionModel function = resolver.program().function(scope);
        if (value instanceof Expr.Name name && function != null) {
            return function.parameters().stream()
                    .filter(p -> p.name().equals(name.id()))
                    .anyMatch(p -> p.defaultValue() instanceof Expr.Opaque || isOptional(p.annotation()));
        }
        return value instanceof Expr.Opaque && function != null;
    }

    private @Nullable String parameter(@Nullable FunctionModel function, ClassModel asyncType) {
        if (function == null) {
            return null;
        }
        for (Parameter parameter : function.callParameters()) {
            if (mayBeNone(new Expr.Name(parameter.name()), function.qualifiedName())) {
                continue;
            }
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
