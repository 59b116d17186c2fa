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
package dev.asyncpersistence.plan.graph;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.PassedArgument;
import dev.asyncpersistence.model.Resolved.Evidence;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.SourceLocation;
import dev.asyncpersistence.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose parameters may be changed, since every call is known, and what each of these calls passes. */
public final class ParameterPassing {
    private static final List<String> PLAIN_DECORATORS = List.of("staticmethod", "classmethod");

    private final Resolver resolver;
    private final FunctionUses uses;
    private final Families families;
    private final UnreadFiles unread;
    private final Constructions constructions;

    public ParameterPassing(Resolver resolver, FunctionUses uses, Families families, UnreadFiles unread) {
        this.resolver = resolver;
        this.uses = uses;
        this.families = families;
        this.unread = unread;
        this.constructions = new Constructions(resolver);
    }

    /** Where objects are made, which is where constructors are passed something. */
    public Constructions constructions() {
        return constructions;
    }

    public static boolean isConstructor(FunctionModel function) {
        return function.name().equals("__init__") && function.className() != null;
    }

    /** Why a function's parameters can't be changed, or null. */
    public @Nullable String whyFixed(FunctionModel function) {
        String name = function.name();
        if (!function.decorators().stream().allMatch(ParameterPassing::isPlain)) {
            return "`" + name + "` is decorated, and somebody else may call it";
        }
        if (isConstructor(function)) {
            ClassModel type = resolver.program().classNamed(String.valueOf(function.className()));
            return type == null ? "`" + name + "` belongs to no class" : whyFixed(type);
        }
        if (name.startsWith("__") && name.endsWith("__")) {
            return "the language calls `" + name + "`";
        }
        if (families.of(function).members().size() > 1) {
            return "`" + name + "` is overridden";
        }
        boolean open = !uses.handovers(function).isEmpty()
                || !uses.unresolved(name).isEmpty()
                || unread.pathMentioning(name) != null;
        return open ? "not every call of `" + name + "` is known" : null;
    }

    private @Nullable String whyFixed(ClassModel type) {
        for (ClassModel each : resolver.hierarchy().withSubclasses(type)) {
            SourceLocation handedOver = constructions.handedOver(each);
            if (handedOver != null) {
                return "`" + each.name() + "` is handed over at " + handedOver
                        + ", and objects may be made of it there";
            }
            String path = unread.pathMentioning(each.name());
            if (path != null) {
                return "`" + each.name() + "` is used in " + path + ", which can't be read";
            }
        }
        return null;
    }

    private static boolean isPlain(Expr decorator) {
        String name = decorator.dotted();
        return name != null && PLAIN_DECORATORS.contains(name);
    }

    /** What one of a function's calls passes for a parameter. */
    public PassedArgument passed(Call call, FunctionModel function, Parameter parameter) {
        if (call.targets().size() > 1 || call.evidence() == Evidence.SAME_NAME) {
            return PassedArgument.UNKNOWN;
        }
        boolean keywordOnly = parameter.kind() == Parameter.Kind.KEYWORD_ONLY;
        int position = function.callParameters().indexOf(parameter) + unboundSelf(call.site(), function);
        return PassedArgument.of(call.site().call(), parameter.name(), keywordOnly ? -1 : position);
    }

    /** {@code Base.__init__(self, x)} passes the object itself as well. */
    private int unboundSelf(CallSite site, FunctionModel function) {
        boolean unbound = function.hasImplicitFirstParameter()
                && !function.hasDecorator("classmethod")
                && site.call().callee() instanceof Expr.Attribute callee
                && callee.attr().equals(function.name())
                && resolver.resolve(callee.value(), site.scope()).stream()
                        .anyMatch(each -> each.value() instanceof Value.ClassObject);
        return unbound ? 1 : 0;
    }
}
