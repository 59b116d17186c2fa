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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassHierarchy;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a class an attribute for the async layer, wherever it sets the one for the sync layer. */
final class NewAttributes {
    private final Surroundings surroundings;
    private final NewFields fields;
    private final Twins twins;

    NewAttributes(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.fields = new NewFields(surroundings, twins);
        this.twins = twins;
    }

    private record Subject(ClassModel type, String attribute) {}

    /** The attribute's name, or null where none can be added. */
    @Nullable
    String of(ClassModel type, String syncAttribute, Search search) {
        ClassModel owner = surroundings.resolver().hierarchy().lookupOrder(type).stream()
                .filter(each -> each.attributes().containsKey(syncAttribute))
                .findFirst()
                .orElse(null);
        if (owner == null) {
            search.refuse(type.location(), "no class around `" + type.name() + "` sets `" + syncAttribute + "`");
            return null;
        }
        String async = AsyncNames.of(syncAttribute);
        Subject subject = new Subject(owner, syncAttribute);
        if (search.given(subject) != null) {
            return async;
        }
        String why = whyNot(owner, syncAttribute, async);
        if (why != null) {
            search.refuse(owner.location(), why);
            return null;
        }
        search.give(subject, new Expr.Name(async));
        return addAll(owner, syncAttribute, async, search) ? async : null;
    }

    private @Nullable String whyNot(ClassModel owner, String sync, String async) {
        ClassHierarchy hierarchy = surroundings.resolver().hierarchy();
        for (ClassModel derived : hierarchy.withSubclasses(owner)) {
            ClassModel other = before(owner, sync, hierarchy.lookupOrder(derived));
            if (other != null) {
                return "`" + other.name() + "` sets `" + sync + "` again";
            }
            for (ClassModel each : hierarchy.lookupOrder(derived)) {
                if (each.attributes().containsKey(async) || each.method(async) != null) {
                    return "`" + async + "` is taken in `" + each.name() + "`";
                }
            }
            if (hierarchy.lookupOrder(derived).stream()
                    .allMatch(each -> each.attributes().containsKey("__slots__"))) {
                return "`" + derived.name() + "` has `__slots__`";
            }
        }
        String outside = surroundings.outsideWrites().hidden(owner, sync);
        return outside == null ? null : "`" + sync + "` of `" + owner.name() + "` is set by " + outside;
    }

    /** The class that an attribute is found in, before its owner: a derived one, or a mixin of that. */
    private static @Nullable ClassModel before(ClassModel owner, String attribute, List<ClassModel> lookupOrder) {
        return lookupOrder.stream()
                .takeWhile(each -> !each.equals(owner))
                .filter(each -> each.attributes().containsKey(attribute) || each.method(attribute) != null)
                .findFirst()
                .orElse(null);
    }

    private boolean addAll(ClassModel owner, String sync, String async, Search search) {
        List<Binding> bindings = owner.attributes().getOrDefault(sync, List.of());
        boolean added = false;
        for (Binding binding : bindings) {
            boolean declaration = binding.value().equals(Expr.Opaque.VALUE) && binding.annotation() != null;
            boolean inBody = binding.scope().equals(owner.qualifiedName());
            if (inBody && owner.dataclass()) {
                if (bindings.size() > 1 || !fields.add(owner, sync, binding, async, search)) {
                    search.refuse(owner.location(), "the field `" + sync + "` of `" + owner.name() + "` is set again");
                    return false;
                }
                return true;
            }
            if (inBody && declaration) {
                continue;
            }
            if (inBody
                    && binding.annotation() != null
                    && surroundings.resolver().hierarchy().hasForeignBase(owner)) {
                search.refuse(owner.location(), "the fields of `" + owner.name() + "` belong to a library");
                return false;
            }
            if (!add(owner, binding, async, search)) {
                return false;
            }
            added = true;
        }
        if (!addOutside(owner, sync, async, search)) {
            return false;
        }
        if (!added) {
            search.refuse(owner.location(), "`" + sync + "` of `" + owner.name() + "` is only declared");
        }
        return added;
    }

    /** Where others set the attribute, they set both. */
    private boolean addOutside(ClassModel owner, String sync, String async, Search search) {
        return new WrittenTwins(surroundings, twins)
                .add(
                        surroundings.outsideWrites().to(owner, sync),
                        async,
                        write -> search.refuse(
                                owner.location(),
                                "`" + sync + "` of `" + owner.name() + "` is set by " + write.scope()
                                        + " together with others"),
                        search);
    }

    private boolean add(ClassModel owner, Binding binding, String async, Search search) {
        StatementId statement = binding.statement();
        if (binding.kind() != Binding.Kind.ASSIGNMENT || statement == null) {
            search.refuse(
                    owner.location(),
                    "what `" + async + "` would stand beside in `" + owner.name()
                            + "` is not set on a line of its own");
            return false;
        }
        Expr value = value(owner, binding, statement, search);
        if (value == null) {
            return false;
        }
        FunctionModel method = surroundings.program().function(binding.scope());
        Expr target = method == null
                ? new Expr.Name(async)
                : new Expr.Attribute(new Expr.Name(method.parameters().get(0).name()), async);
        search.need(surroundings.need(
                binding.scope(),
                new StatementChange(statement.id(), StatementChange.Place.BEHIND, target, null, value)));
        return true;
    }

    /** What the attribute is set to. A new parameter may be left out by callers: then the accessor stands in. */
    private @Nullable Expr value(ClassModel owner, Binding binding, StatementId statement, Search search) {
        Expr value = twins.of(binding.value(), binding.scope(), statement.location(), search);
        FunctionModel method = surroundings.program().function(binding.scope());
        if (!(value instanceof Expr.Name name) || method == null || !isParameter(name, binding, method, search)) {
            return value;
        }
        if (!ParameterPassing.isConstructor(method)) {
            return search.refuse(
                    method.location(), "`" + method.name() + "` of `" + owner.name() + "` sets the layer anew");
        }
        FunctionModel accessor = surroundings.accessors().only(search.layer(), search.asyncType());
        Expr call =
                accessor == null ? null : new CallTwins(surroundings, twins).call(accessor, binding.scope(), search);
        return call == null ? null : new Expr.AnyOf(List.of(name, call));
    }

    /** Whether a name is a parameter that wasn't there before, and that callers may leave out. */
    private static boolean isParameter(Expr.Name twin, Binding binding, FunctionModel method, Search search) {
        return binding.value() instanceof Expr.Name sync
                && method.parameters().stream().anyMatch(p -> p.name().equals(sync.id()) && !Dependencies.isInjected(p))
                && method.parameters().stream().noneMatch(p -> p.name().equals(twin.id()))
                && search.layer().asyncType() != null;
    }
}
