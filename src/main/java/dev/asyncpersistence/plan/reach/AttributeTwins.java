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

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Twins of attributes. */
final class AttributeTwins {
    private final Surroundings surroundings;
    private final NewAttributes newAttributes;
    private final UnknownOwners unknownOwners;
    private final GlobalTwins globals;
    private final Twins twins;

    AttributeTwins(Surroundings surroundings, Twins twins) {
        this.surroundings = surroundings;
        this.newAttributes = new NewAttributes(surroundings, twins);
        this.unknownOwners = new UnknownOwners(surroundings, twins);
        this.globals = new GlobalTwins(surroundings, twins);
        this.twins = twins;
    }

    @Nullable
    Expr of(Expr.Attribute attribute, String scope, SourceLocation at, Search search) {
        List<ClassModel> owners = new ArrayList<>();
        for (Resolved owner : surroundings.resolver().resolve(attribute.value(), scope)) {
            if (owner.value() instanceof Value.ModuleObject module) {
                String twin = globals.of(module.module(), attribute.attr(), search);
                return twin == null ? null : new Expr.Attribute(attribute.value(), twin);
            }
            ClassModel type = owner.value() instanceof Value.Instance instance
                    ? instance.type()
                    : owner.value() instanceof Value.ClassObject itself ? itself.type() : null;
            if (type != null && !owners.contains(type)) {
                owners.add(type);
            }
        }
        if (owners.isEmpty()) {
            String twin = unknownOwners.of(attribute, search);
            return twin == null ? null : new Expr.Attribute(attribute.value(), twin);
        }
        return ofAll(attribute, owners, at, search);
    }

    /** The object may be of any of several classes: all of them need the attribute under the same name. */
    private @Nullable Expr ofAll(Expr.Attribute attribute, List<ClassModel> owners, SourceLocation at, Search search) {
        Expr result = null;
        for (ClassModel owner : owners) {
            Expr twin = ofOne(attribute, owner, search);
            if (twin == null || (result != null && !result.equals(twin))) {
                return search.refuse(
                        at, "not every class that `" + attribute.value().display() + "` may be of has the async layer");
            }
            result = twin;
        }
        return result;
    }

    private @Nullable Expr ofOne(Expr.Attribute attribute, ClassModel owner, Search search) {
        String there = surroundings.attributes().beside(attribute.attr(), owner, search);
        if (there != null) {
            return new Expr.Attribute(attribute.value(), there);
        }
        FunctionModel method = surroundings.resolver().hierarchy().method(owner, attribute.attr());
        if (method != null) {
            return method.isProperty()
                    ? Substitution.through(method, attribute.value(), twins, search)
                    : search.refuse(method.location(), "`" + method.name() + "` is a method");
        }
        String added = newAttributes.of(owner, attribute.attr(), search);
        return added == null ? null : new Expr.Attribute(attribute.value(), added);
    }
}
