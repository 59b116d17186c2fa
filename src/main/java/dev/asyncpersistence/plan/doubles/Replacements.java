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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Keywords;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What tests put in the place of attributes, by the attribute. */
public final class Replacements {
    private final Resolver resolver;
    private final MockLibrary library;
    private final Map<String, List<Replacement>> byAttribute = new HashMap<>();

    /**
     * Looks for all of them.
     *
     * @param isTest whether a path is that of a test file
     */
    Replacements(Resolver resolver, MockLibrary library, Predicate<String> isTest) {
        this.resolver = resolver;
        this.library = library;
        for (ModuleModel module : resolver.program().modules()) {
            module.attributeWrites().forEach(this::addWrite);
            if (isTest.test(module.path())) {
                module.allCalls().forEach(this::addCall);
            }
        }
    }

    /** Everything that is put in the place of an attribute of a name. */
    public List<Replacement> named(String attr) {
        return byAttribute.getOrDefault(attr, List.of());
    }

    public List<Replacement> all() {
        return byAttribute.values().stream().flatMap(List::stream).toList();
    }

    private void add(Replacement replacement) {
        byAttribute.computeIfAbsent(replacement.attr(), a -> new ArrayList<>()).add(replacement);
    }

    private void addWrite(AttributeWrite write) {
        add(new Replacement(
                write.target(),
                null,
                write.attr(),
                write.value(),
                write.scope(),
                null,
                -1,
                write.statement(),
                write.id()));
    }

    private void addCall(CallSite site) {
        Expr.Call call = site.call();
        String name = Program.lastName(call.callee());
        if ("setattr".equals(name)) {
            addSetattr(call, site.scope());
            return;
        }
        Mock.Kind kind = library.kind(call.callee(), site.scope());
        if (kind == Mock.Kind.PATCH) {
            addByText(Keywords.at(call, 0, "target"), call, 1, site.scope());
        } else if (kind == Mock.Kind.PATCH_OBJECT) {
            addByName(Keywords.at(call, 0, "target"), Keywords.at(call, 1, "attribute"), call, 2, site.scope());
        } else if (kind == Mock.Kind.PATCH_MULTIPLE) {
            addEach(Keywords.at(call, 0, "target"), call, site.scope());
        }
    }

    /** {@code setattr} itself, and monkeypatch's, which takes a dotted name, too. */
    private void addSetattr(Expr.Call call, String scope) {
        Expr first = Keywords.at(call, 0, "target");
        Expr second = Keywords.at(call, 1, "name");
        if (first instanceof Expr.Text && Keywords.at(call, 2, "value") == null) {
            addByText(first, call, 1, scope);
        } else {
            addByName(first, second, call, 2, scope);
        }
    }

    private void addByText(@Nullable Expr target, Expr.Call call, int valueAt, String scope) {
        if (target instanceof Expr.Text text && text.value().contains(".")) {
            int dot = text.value().lastIndexOf('.');
            Expr owner = new Expr.Text(text.value().substring(0, dot));
            addByName(owner, new Expr.Text(text.value().substring(dot + 1)), call, valueAt, scope);
        }
    }

    private void addByName(@Nullable Expr owner, @Nullable Expr name, Expr.Call call, int valueAt, String scope) {
        if (owner != null && name instanceof Expr.Text attr) {
            int argument = Keywords.at(call, valueAt) != null ? valueAt : index(call, "new");
            argument = argument < 0 ? index(call, "value") : argument;
            Expr value = argument < 0 ? null : call.arguments().get(argument).value();
            add(new Replacement(owner, ownerId(owner, call), attr.value(), value, scope, call, argument, null, null));
        }
    }

    private void addEach(@Nullable Expr owner, Expr.Call call, String scope) {
        for (int i = 0; owner != null && i < call.arguments().size(); i++) {
            Expr.Argument argument = call.arguments().get(i);
            if (argument.keyword() != null && !argument.keyword().equals("target")) {
                boolean made = "DEFAULT".equals(Program.lastName(argument.value()));
                add(new Replacement(
                        owner,
                        ownerId(owner, call),
                        argument.keyword(),
                        made ? null : argument.value(),
                        scope,
                        call,
                        i,
                        null,
                        null));
            }
        }
    }

    private static @Nullable UUID ownerId(Expr owner, Expr.Call call) {
        return call.arguments().stream()
                .filter(each -> each.value() == owner && each.id() != null)
                .map(Expr.Argument::id)
                .findFirst()
                .orElse(null);
    }

    private static int index(Expr.Call call, String keyword) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (keyword.equals(call.arguments().get(i).keyword())) {
                return i;
            }
        }
        return -1;
    }

    // --- whose attribute it is

    /** The values whose attribute is replaced; empty if unknown. */
    public List<Value> owners(Replacement replacement) {
        if (replacement.owner() instanceof Expr.Text text) {
            Value value = named(text.value(), replacement.scope());
            return value == null ? List.of() : List.of(value);
        }
        return resolver.resolve(replacement.owner(), replacement.scope()).stream()
                .map(Resolved::value)
                .toList();
    }

    /** The module or class of a dotted name. */
    private @Nullable Value named(String dotted, String scope) {
        Program program = resolver.program();
        ModuleModel module = program.resolveImport(program.moduleOf(scope), dotted);
        if (module != null) {
            return new Value.ModuleObject(module);
        }
        int dot = dotted.lastIndexOf('.');
        Value owner = dot < 0 ? null : named(dotted.substring(0, dot), scope);
        return owner == null
                ? null
                : resolver.member(owner, dotted.substring(dot + 1)).stream()
                        .map(Resolved::value)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether an attribute that is read from one value may be the one that is replaced. */
    boolean concerns(Replacement replacement, Value read) {
        return owners(replacement).stream().anyMatch(owner -> isSame(owner, read));
    }

    private boolean isSame(Value owner, Value read) {
        if (owner instanceof Value.ModuleObject module) {
            return read instanceof Value.ModuleObject other && other.module().equals(module.module());
        }
        ClassModel type = type(owner);
        ClassModel other = type(read);
        return type != null
                && other != null
                && (resolver.hierarchy().isSubclass(type, other)
                        || resolver.hierarchy().isSubclass(other, type));
    }

    private static @Nullable ClassModel type(Value value) {
        if (value instanceof Value.Instance instance) {
            return instance.type();
        }
        return value instanceof Value.ClassObject object ? object.type() : null;
    }

    /** Whether nothing is known of the owner. */
    boolean isUnknown(Replacement replacement) {
        return owners(replacement).stream()
                .allMatch(each -> Objects.isNull(type(each)) && !(each instanceof Value.ModuleObject));
    }
}
