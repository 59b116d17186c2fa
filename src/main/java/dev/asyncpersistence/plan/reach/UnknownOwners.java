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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attributes of objects of which no class is known, such as {@code app.state}: what is written to them is all that one knows. */
final class UnknownOwners {
    private final Surroundings surroundings;
    private final Twins twins;

    UnknownOwners(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.twins = twins;
    }

    /** The attribute that holds the async layer wherever another one holds the sync layer, or null. */
    @Nullable
    String of(Expr.Attribute attribute, Search search) {
        List<AttributeWrite> writes = writesLike(attribute, attribute.attr());
        if (writes.isEmpty()) {
            search.refuse("nothing sets `" + attribute.display() + "`");
            return null;
        }
        Optional<String> there = beside(writes, search);
        return there.isPresent() ? there.get() : added(attribute, writes, search);
    }

    /** The writes of an attribute on an owner of the same name: {@code state} of {@code request.app.state}. */
    private List<AttributeWrite> writesLike(Expr.Attribute attribute, String name) {
        String owner = Program.lastName(attribute.value());
        return surroundings.program().attributeWrites(name).stream()
                .filter(write -> Objects.equals(owner, Program.lastName(write.target())))
                .toList();
    }

    /** {@code app.state.async_persistence = ...} beside each {@code app.state.persistence = ...}. */
    private Optional<String> beside(List<AttributeWrite> syncWrites, Search search) {
        String found = null;
        for (AttributeWrite sync : syncWrites) {
            String beside = beside(sync, search);
            if (beside == null || (found != null && !found.equals(beside))) {
                return Optional.empty();
            }
            found = beside;
        }
        return Optional.ofNullable(found);
    }

    private @Nullable String beside(AttributeWrite sync, Search search) {
        List<AttributeWrite> others = surroundings.program().moduleOf(sync.scope()).attributeWrites().stream()
                .filter(other ->
                        other.scope().equals(sync.scope()) && other.target().equals(sync.target()))
                .toList();
        Map<String, Kinship.Degree> candidates = new LinkedHashMap<>();
        others.stream()
                .filter(other -> surroundings.types().isInstance(other.value(), other.scope(), search.asyncType()))
                .forEach(other -> candidates.put(
                        other.attr(),
                        surroundings.kinship().of(sync.value(), sync.scope(), other.value(), other.scope(), search)));
        long syncs = others.stream()
                .filter(other -> surroundings
                        .types()
                        .isInstance(other.value(), other.scope(), search.layer().type()))
                .map(AttributeWrite::attr)
                .distinct()
                .count();
        return Kinship.choose(sync.attr(), candidates, (int) syncs);
    }

    private @Nullable String added(Expr.Attribute attribute, List<AttributeWrite> writes, Search search) {
        String async = AsyncNames.of(attribute.attr());
        record Subject(@Nullable String owner, String name) {}
        Subject subject = new Subject(Program.lastName(attribute.value()), attribute.attr());
        if (search.given(subject) != null) {
            return async;
        }
        if (!writesLike(attribute, async).isEmpty()) {
            search.refuse("`" + async + "` is taken beside `" + attribute.display() + "`");
            return null;
        }
        search.give(subject, new Expr.Name(async));
        boolean added = new WrittenTwins(surroundings, twins)
                .add(
                        writes,
                        async,
                        write -> search.refuse(
                                "`" + attribute.display() + "` is not set on a line of its own by " + write.scope()),
                        search);
        return added ? async : null;
    }
}
