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
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Code that sets an attribute of somebody else's object, class or module. */
final class OutsideWrites {
    private final Resolver resolver;

    OutsideWrites(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Assignments from outside to an attribute of a class's objects. */
    List<AttributeWrite> to(ClassModel owner, String attribute) {
        return resolver.program().attributeWrites(attribute).stream()
                .filter(write -> isAny(write.target(), write.scope(), isOf(owner)))
                .toList();
    }

    /** The scope of code that sets an attribute by its name at run time, or sets it for the class itself; null if there is none. */
    @Nullable
    String hidden(ClassModel owner, String attribute) {
        for (AttributeWrite write : resolver.program().attributeWrites(attribute)) {
            boolean toClass = isAny(
                    write.target(),
                    write.scope(),
                    value -> value instanceof Value.ClassObject && isOf(owner).test(value));
            if (toClass) {
                return write.scope();
            }
        }
        return setattr(attribute, isOf(owner));
    }

    private Predicate<Value> isOf(ClassModel owner) {
        return value -> {
            ClassModel type = value instanceof Value.Instance instance
                    ? instance.type()
                    : value instanceof Value.ClassObject itself ? itself.type() : null;
            return type != null && resolver.hierarchy().isSubclass(type, owner);
        };
    }

    /** The scope of code that sets a name of a module from outside; null if there is none. */
    @Nullable
    String of(ModuleModel module, String name) {
        return find(name, new Value.ModuleObject(module)::equals);
    }

    private @Nullable String find(String attribute, Predicate<Value> isOwner) {
        for (AttributeWrite write : resolver.program().attributeWrites(attribute)) {
            if (isAny(write.target(), write.scope(), isOwner)) {
                return write.scope();
            }
        }
        return setattr(attribute, isOwner);
    }

    private @Nullable String setattr(String attribute, Predicate<Value> isOwner) {
        for (CallSite site : resolver.program().callsNamed("setattr")) {
            List<Expr.Argument> arguments = site.call().arguments();
            boolean names = arguments.size() == 3
                    && (!(arguments.get(1).value() instanceof Expr.Text text)
                            || text.value().equals(attribute));
            if (names && isAny(arguments.get(0).value(), site.scope(), isOwner)) {
                return site.scope();
            }
        }
        return null;
    }

    private boolean isAny(Expr expr, String scope, Predicate<Value> isOwner) {
        return resolver.resolve(expr, scope).stream().anyMatch(each -> isOwner.test(each.value()));
    }
}
