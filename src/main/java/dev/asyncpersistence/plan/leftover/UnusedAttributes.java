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
package dev.asyncpersistence.plan.leftover;

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which attributes nobody reads any more. */
final class UnusedAttributes {
    /** They show an object's attributes without naming one. */
    private static final Set<String> LISTERS = Set.of("vars", "asdict", "astuple", "fields", "getattr", "attrgetter");

    private final Resolver resolver;
    private final UnreadFiles unread;
    private final Reads reads;

    UnusedAttributes(Resolver resolver, UnreadFiles unread, Reads reads) {
        this.resolver = resolver;
        this.unread = unread;
        this.reads = reads;
    }

    /** The class whose code sets an attribute; null unless it is the only one. */
    @Nullable
    ClassModel owner(Expr.Attribute attribute, String scope) {
        List<ClassModel> owners = resolver.resolve(attribute.value(), scope).stream()
                .map(Resolved::value)
                .filter(Value.Instance.class::isInstance)
                .flatMap(value -> resolver.hierarchy().lookupOrder(((Value.Instance) value).type()).stream())
                .filter(type -> type.attributes().containsKey(attribute.attr()))
                .distinct()
                .toList();
        return owners.size() == 1 ? owners.get(0) : null;
    }

    boolean isUnused(ClassModel type, String name) {
        return isPlain(type, name)
                && type.attributes().getOrDefault(name, List.of()).stream().allMatch(this::canGo)
                && !reads.anyLeft(read -> Reads.attributes(read.expr()).stream()
                        .anyMatch(attribute -> attribute.attr().equals(name)
                                && mayBe(resolver.resolve(attribute.value(), read.scope()), type)))
                && !isListed(type, name)
                && !unread.mentions(Pattern.compile("\\.\\s*" + name + "\\b|[\"']" + name + "[\"']"));
    }

    /** A library's class may use its objects' attributes, and a dataclass makes parameters of them. */
    private boolean isPlain(ClassModel type, String name) {
        boolean setElsewhere = resolver.hierarchy().withSubclasses(type).stream()
                        .anyMatch(derived ->
                                !derived.equals(type) && derived.attributes().containsKey(name))
                || resolver.program().attributeWrites(name).stream().anyMatch(write -> isWrittenTo(write, type));
        return !resolver.hierarchy().hasForeignBase(type) && !type.dataclass() && !setElsewhere;
    }

    private boolean isWrittenTo(AttributeWrite write, ClassModel type) {
        return mayBe(resolver.resolve(write.target(), write.scope()), type);
    }

    private boolean canGo(Binding binding) {
        return binding.statement() != null
                && !binding.statement().conditional()
                && binding.kind() == Binding.Kind.ASSIGNMENT
                && Leftovers.isHarmless(binding.value());
    }

    /** What nobody knows may be anything, an object of the class included; what is of another class, or a library's, is not. */
    private boolean mayBe(List<Resolved> values, ClassModel type) {
        return values.isEmpty()
                || values.stream()
                        .anyMatch(each ->
                                (each.value() instanceof Value.Instance instance && areRelated(instance.type(), type))
                                        || (each.value() instanceof Value.ClassObject itself
                                                && areRelated(itself.type(), type)));
    }

    private boolean areRelated(ClassModel one, ClassModel other) {
        return resolver.hierarchy().isSubclass(one, other)
                || resolver.hierarchy().isSubclass(other, one);
    }

    private boolean isListed(ClassModel type, String name) {
        boolean byCall = LISTERS.stream()
                .flatMap(lister -> resolver.program().callsNamed(lister).stream())
                .filter(site -> !site.call().arguments().isEmpty())
                .filter(site -> site.call().arguments().stream()
                        .skip(1)
                        .limit(1)
                        .allMatch(second -> !(second.value() instanceof Expr.Text text)
                                || text.value().equals(name)))
                .anyMatch(site ->
                        mayBe(resolver.resolve(site.call().arguments().get(0).value(), site.scope()), type));
        boolean byDictionary = reads.anyLeft(read -> Reads.attributes(read.expr()).stream()
                .anyMatch(attribute -> attribute.attr().equals("__dict__")
                        && mayBe(resolver.resolve(attribute.value(), read.scope()), type)));
        return byCall || byDictionary;
    }
}
