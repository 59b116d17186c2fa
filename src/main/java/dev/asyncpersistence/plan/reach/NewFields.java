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
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.PassedArgument;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.StatementChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a dataclass a field for the async layer: the last one, with the accessor as its default factory, so that every call stays valid (PEP 557). */
final class NewFields {
    private static final Set<String> OPTIONS = Set.of("init", "repr", "compare", "hash");
    private static final List<String> LISTERS = List.of("fields", "asdict", "astuple");

    private final Surroundings surroundings;
    private final Twins twins;

    NewFields(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.twins = twins;
    }

    boolean add(ClassModel owner, String sync, Binding binding, String async, Search search) {
        StatementId last = lastField(owner);
        FunctionModel accessor = accessor(binding, search);
        if (last == null || accessor == null || !isPlainDataclass(owner)) {
            search.refuse(
                    owner.location(),
                    "`" + owner.name() + "` is no dataclass that could have one more field with a default");
            return false;
        }
        ModuleModel file = surroundings.program().moduleOf(owner.qualifiedName());
        AnnotationForm annotation = surroundings.annotations().plain(file, search);
        Expr value = defaultValue(owner, accessor, options(binding), search);
        if (annotation == null || value == null) {
            return false;
        }
        search.need(new Need(
                file.path(),
                owner.qualifiedName(),
                new StatementChange(last.id(), StatementChange.Place.BEHIND, new Expr.Name(async), annotation, value)));
        Handing handing = new Handing(surroundings, twins, async, accessor);
        return surroundings.resolver().hierarchy().withSubclasses(owner).stream()
                .allMatch(type -> passEverywhere(type, sync, handing, search));
    }

    private static boolean isPlainDataclass(ClassModel owner) {
        return owner.decorators().stream()
                .map(Expr::callee)
                .anyMatch(decorator -> "dataclass".equals(Program.lastName(decorator)));
    }

    private static @Nullable StatementId lastField(ClassModel owner) {
        List<String> fields = owner.fields();
        if (fields.isEmpty()) {
            return null;
        }
        return owner.attributes().getOrDefault(fields.get(fields.size() - 1), List.of()).stream()
                .filter(b -> b.scope().equals(owner.qualifiedName()))
                .map(Binding::statement)
                .findFirst()
                .orElse(null);
    }

    /** The twin of the sync field's default factory, otherwise the project's only one. */
    private @Nullable FunctionModel accessor(Binding binding, Search search) {
        if (binding.value() instanceof Expr.Call field && "field".equals(Program.lastName(field.callee()))) {
            for (Expr.Argument argument : field.arguments()) {
                if ("default_factory".equals(argument.keyword())) {
                    FunctionModel factory = function(argument.value(), binding.scope());
                    return factory == null ? null : surroundings.accessors().twin(factory, search.asyncType());
                }
            }
        }
        return surroundings.accessors().only(search.layer(), search.asyncType());
    }

    private @Nullable FunctionModel function(Expr expr, String scope) {
        return surroundings.resolver().resolve(expr, scope).stream()
                .map(Resolved::value)
                .filter(Value.FunctionObject.class::isInstance)
                .map(value -> ((Value.FunctionObject) value).function())
                .findFirst()
                .orElse(null);
    }

    /** What the sync field says about its part in the methods that are made, such as {@code repr=False}. */
    private static List<Expr.Argument> options(Binding binding) {
        return binding.value() instanceof Expr.Call field && "field".equals(Program.lastName(field.callee()))
                ? field.arguments().stream()
                        .filter(each -> each.keyword() != null && OPTIONS.contains(each.keyword()))
                        .toList()
                : List.of();
    }

    private @Nullable Expr defaultValue(
            ClassModel owner, FunctionModel accessor, List<Expr.Argument> options, Search search) {
        ModuleModel file = surroundings.program().moduleOf(owner.qualifiedName());
        if (!surroundings.imports().make(accessor, owner.qualifiedName(), search)) {
            return null;
        }
        boolean known = file.imports().stream().anyMatch(i -> i.localName().equals("field"));
        if (!known) {
            search.need(new Need(file.path(), file.name(), new ImportChange("dataclasses", "field", false)));
        }
        List<Expr.Argument> arguments = new ArrayList<>();
        arguments.add(new Expr.Argument("default_factory", 0, new Expr.Name(accessor.name())));
        arguments.addAll(options);
        if (hasRequiredFieldsBelow(owner)) {
            arguments.add(new Expr.Argument("kw_only", 0, new Expr.Name("True")));
        }
        UUID id = UUID.nameUUIDFromBytes(("field " + accessor.qualifiedName()).getBytes(StandardCharsets.UTF_8));
        return new Expr.Call(id, new Expr.Name("field"), arguments);
    }

    /** Fields of derived classes follow, and one without a default may not follow one with a default. */
    private boolean hasRequiredFieldsBelow(ClassModel owner) {
        return surroundings.resolver().hierarchy().withSubclasses(owner).stream()
                .filter(type -> !type.equals(owner))
                .anyMatch(type -> type.fields().stream()
                        .flatMap(field -> type.attributes().getOrDefault(field, List.of()).stream())
                        .anyMatch(b -> b.value() instanceof Expr.Opaque));
    }

    private boolean passEverywhere(ClassModel type, String sync, Handing handing, Search search) {
        SourceLocation handedOver = surroundings.passing().constructions().handedOver(type);
        SourceLocation listed = listed(type);
        if (handedOver != null || listed != null) {
            search.refuse(
                    type.location(),
                    handedOver != null
                            ? "`" + type.name() + "` is handed over at " + handedOver
                            : "the fields of `" + type.name() + "` are listed at " + listed);
            return false;
        }
        int position = allFields(type).indexOf(sync);
        return surroundings.passing().constructions().of(type).stream()
                        .allMatch(site -> handing.at(site, PassedArgument.of(site.call(), sync, position), search))
                && surroundings.program().callsNamed("replace").stream()
                        .filter(site -> takesObject(site, type))
                        .allMatch(site -> handing.at(site, PassedArgument.of(site.call(), sync, -1), search));
    }

    /** Whether {@code replace(x, field=value)} makes an object like {@code x} of a class, as far as is known of {@code x}. */
    private boolean takesObject(CallSite site, ClassModel type) {
        List<Expr.Argument> arguments = site.call().arguments();
        if (arguments.size() < 2) {
            return false;
        }
        List<Resolved> copied = surroundings.resolver().resolve(arguments.get(0).value(), site.scope());
        return copied.isEmpty() || copied.stream().anyMatch(each -> each.value().equals(new Value.Instance(type)));
    }

    /** Where somebody would see one more field; null if nobody does. */
    private @Nullable SourceLocation listed(ClassModel type) {
        for (String lister : LISTERS) {
            for (CallSite site : surroundings.program().callsNamed(lister)) {
                boolean ofType = !site.call().arguments().isEmpty()
                        && surroundings
                                .resolver()
                                .resolve(site.call().arguments().get(0).value(), site.scope())
                                .stream()
                                .anyMatch(each -> each.value().equals(new Value.Instance(type))
                                        || each.value().equals(new Value.ClassObject(type)));
                if (ofType) {
                    return site.location();
                }
            }
        }
        return null;
    }

    /** Fields in the order of the constructor's parameters: those of bases come first. */
    private List<String> allFields(ClassModel type) {
        List<ClassModel> order =
                new ArrayList<>(surroundings.resolver().hierarchy().lookupOrder(type));
        Collections.reverse(order);
        return order.stream().flatMap(each -> each.fields().stream()).distinct().toList();
    }
}
