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

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a new coroutine gets at the sync method that it runs on a thread. */
final class SyncLayerReach {
    private static final String INIT = ".__init__";

    private final Resolver resolver;
    private final SharedLayer shared;

    SyncLayerReach(Resolver resolver) {
        this.resolver = resolver;
        this.shared = new SharedLayer(resolver);
    }

    /**
     * A way, or why there is none.
     *
     * @param callee the sync method as the coroutine writes it; null if there is no way
     * @param imported the function of the program that it needs imported, if it stands in another file
     */
    record Way(
            @Nullable Expr callee,
            @Nullable FunctionModel imported,
            @Nullable Refusal refusal,
            String detail) {
        private static Way by(Expr owner, String method) {
            return new Way(new Expr.Attribute(owner, method), null, null, "");
        }

        private static Way none(Refusal refusal, String detail) {
            return new Way(null, null, refusal, detail);
        }
    }

    Way to(NewMethod method) {
        ClassModel asyncType = method.layer().asyncType();
        FunctionModel sync = method.sync();
        Expr self = new Expr.Name(method.instance());
        if (sync.className() == null) {
            return toFunction(method);
        }
        if (asyncType == null) {
            return Way.by(self, sync.name());
        }
        String attribute = method.layer().type() == null
                ? null
                : attribute(asyncType, method.layer().type());
        if (attribute != null) {
            return Way.by(new Expr.Attribute(self, attribute), sync.name());
        }
        if (sync.equals(resolver.hierarchy().method(asyncType, sync.name()))) {
            return Way.by(call(new Expr.Name("super")), sync.name());
        }
        return byAccessor(method);
    }

    private Way byAccessor(NewMethod method) {
        Layer layer = method.layer();
        List<FunctionModel> found = shared.accessors(layer);
        if (found.isEmpty()) {
            return Way.none(Refusal.SYNC_LAYER_NOT_REACHABLE, layer.simpleName());
        }
        if (found.size() > 1) {
            return Way.none(
                    Refusal.SEVERAL_ACCESSORS,
                    found.stream().map(FunctionModel::name).collect(Collectors.joining(", ")));
        }
        FunctionModel accessor = found.get(0);
        Expr callee = new Expr.Attribute(
                call(new Expr.Name(accessor.name())), method.sync().name());
        return new Way(callee, isIn(method.module(), accessor) ? null : accessor, null, "");
    }

    private static Expr call(Expr callee) {
        return new Expr.Call(UUID.randomUUID(), callee, List.of());
    }

    // --- layers that are modules

    private Way toFunction(NewMethod method) {
        FunctionModel sync = method.sync();
        Expr name = new Expr.Name(sync.name());
        if (isIn(method.module(), sync)) {
            return new Way(name, null, null, "");
        }
        String module = nameOfModule(method.module(), resolver.program().moduleOf(sync.qualifiedName()));
        return module == null ? new Way(name, sync, null, "") : Way.by(new Expr.Name(module), sync.name());
    }

    private boolean isIn(ModuleModel module, FunctionModel function) {
        return resolver.program().moduleOf(function.qualifiedName()).equals(module);
    }

    /** The name that a file gives another one: {@code from . import store}. */
    private @Nullable String nameOfModule(ModuleModel file, ModuleModel module) {
        return file.imports().stream()
                .filter(i -> !i.typeCheckingOnly() && !i.localName().contains("."))
                .map(ImportedName::localName)
                .filter(name -> resolver.resolve(new Expr.Name(name), file.name()).stream()
                        .anyMatch(r -> r.value() instanceof Value.ModuleObject m
                                && m.module().equals(module)))
                .findFirst()
                .orElse(null);
    }

    // --- attributes

    /** An attribute that holds the sync layer from the moment the object is made, and never anything else. */
    private @Nullable String attribute(ClassModel asyncType, ClassModel syncType) {
        for (ClassModel each : resolver.hierarchy().lookupOrder(asyncType)) {
            for (Map.Entry<String, List<Binding>> attribute : new TreeMap<>(each.attributes()).entrySet()) {
                boolean always = attribute.getValue().stream().allMatch(b -> isBoundWithObject(b, each))
                        && attribute.getValue().stream().noneMatch(this::mayBeNone);
                if (always && holds(each, attribute.getKey(), syncType)) {
                    return attribute.getKey();
                }
            }
        }
        return null;
    }

    private static boolean isBoundWithObject(Binding binding, ClassModel type) {
        return binding.scope().equals(type.qualifiedName()) || binding.scope().equals(type.qualifiedName() + INIT);
    }

    private boolean holds(ClassModel type, String name, ClassModel syncType) {
        return resolver.hierarchy().areInstances(resolver.member(new Value.Instance(type), name), syncType);
    }

    private boolean mayBeNone(Binding binding) {
        return mayBeNone(binding.value(), binding.scope());
    }

    /** What the model can't follow may be {@code None}; so may a parameter, unless something else comes behind an {@code or}. */
    private boolean mayBeNone(Expr value, String scope) {
        if (value instanceof Expr.AnyOf anyOf) {
            return mayBeNone(anyOf.options().get(anyOf.options().size() - 1), scope);
        }
        FunctionModel function = resolver.program().function(scope);
        if (value instanceof Expr.Name name && function != null) {
            return function.parameters().stream()
                    .filter(p -> p.name().equals(name.id()))
                    .anyMatch(p -> p.defaultValue() != null || p.annotation() instanceof Expr.AnyOf);
        }
        return value instanceof Expr.Opaque || Objects.equals(value, new Expr.Name("None"));
    }

    /** Parameters that hide the first name of a way. */
    static boolean isHidden(Expr callee, List<Parameter> parameters) {
        Expr start = callee;
        while (start.start() instanceof Expr.Call call) {
            start = call.callee();
        }
        return start.start() instanceof Expr.Name first
                && parameters.stream().anyMatch(p -> p.name().equals(first.id()));
    }
}
