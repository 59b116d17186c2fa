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

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Reference;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of coroutines that are kept in a variable or passed to a function. */
final class CoroutineVariables {
    private static final Set<String> PROBES = Set.of("isawaitable", "iscoroutine", "iscoroutinefunction", "isfuture");

    /** Builtins that look into an object; into a coroutine nobody would. */
    private static final Set<String> LOOK_INTO = Set.of("getattr", "hasattr", "setattr", "isinstance");

    /** Parts of the names of functions that take coroutines. */
    private static final List<String> TAKERS =
            List.of("task", "spawn", "schedul", "run", "submit", "gather", "wait", "coro", "future", "background");

    private final Program program;
    private final FunctionUses uses;

    CoroutineVariables(Program program, FunctionUses uses) {
        this.program = program;
        this.uses = uses;
    }

    /** The verdict on {@code x = coroutine()}, by the uses of {@code x} in the function; null if nothing speaks against it. */
    @Nullable
    LostCoroutine judge(Call call) {
        FunctionModel function = call.caller();
        String name = function == null ? null : variable(call.site(), function);
        if (function == null || name == null) {
            return LostCoroutines.uncertain(call, "kept where its uses aren't followed");
        }
        boolean plain = isReceiver(name, function);
        boolean handedOn = false;
        for (Reference reference : references(name, function)) {
            if (isConsumed(reference)) {
                return null;
            }
            boolean whole = reference.expr().equals(new Expr.Name(name));
            boolean asValue = !whole || reference.use().needsPlainValue() || isLookedInto(reference);
            plain |= asValue;
            handedOn |= !asValue && reference.use() != Use.DISCARDED;
        }
        if (plain) {
            return LostCoroutines.certain(call, "`" + name + "` is taken for its result");
        }
        return handedOn
                ? LostCoroutines.uncertain(call, "`" + name + "` is handed on")
                : LostCoroutines.certain(call, "`" + name + "` is never used");
    }

    private static @Nullable String variable(CallSite site, FunctionModel function) {
        return function.locals().entrySet().stream()
                .filter(local -> local.getValue().stream().anyMatch(b -> holds(b, site)))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(Binding binding, CallSite site) {
        return binding.kind() == Binding.Kind.ASSIGNMENT && isOrMayBe(binding.value(), site);
    }

    private static boolean isOrMayBe(Expr value, CallSite site) {
        if (value instanceof Expr.AnyOf anyOf) {
            return anyOf.options().stream().anyMatch(option -> isOrMayBe(option, site));
        }
        return value instanceof Expr.Call call && call.id().equals(site.id());
    }

    private List<Reference> references(String name, FunctionModel function) {
        List<Reference> result = new ArrayList<>();
        for (FunctionModel each : withNested(function)) {
            each.references().stream().filter(r -> startsWith(r.expr(), name)).forEach(result::add);
        }
        return result;
    }

    private List<FunctionModel> withNested(FunctionModel function) {
        return program.moduleOf(function.qualifiedName()).functions().values().stream()
                .filter(f -> f.equals(function) || f.qualifiedName().startsWith(function.qualifiedName() + "."))
                .toList();
    }

    /** {@code x.method()}: the variable is what a call hangs on. */
    private boolean isReceiver(String name, FunctionModel function) {
        return withNested(function).stream()
                .flatMap(f -> f.calls().stream())
                .map(site -> site.call().callee())
                .anyMatch(callee -> callee instanceof Expr.Attribute && startsWith(callee, name));
    }

    private static boolean startsWith(Expr expr, String name) {
        Expr start = expr;
        while (start instanceof Expr.Attribute attribute) {
            start = attribute.value();
        }
        return start.equals(new Expr.Name(name));
    }

    private static boolean isConsumed(Reference reference) {
        if (reference.use() == Use.AWAITED) {
            return true;
        }
        String taker = reference.enclosingCalls().isEmpty()
                ? null
                : Program.lastName(reference.enclosingCalls().get(0));
        boolean passed =
                reference.use() == Use.ARGUMENT || reference.use() == Use.ELEMENT || reference.use() == Use.ITERATED;
        return passed
                && taker != null
                && (PROBES.contains(taker)
                        || soundsLikeTaker(taker)
                        || CoroutineConsumers.isOne(reference.enclosingCalls().get(0)));
    }

    private static boolean isLookedInto(Reference reference) {
        return reference.use() == Use.ARGUMENT
                && !reference.enclosingCalls().isEmpty()
                && LOOK_INTO.contains(String.valueOf(
                        Program.lastName(reference.enclosingCalls().get(0))));
    }

    private static boolean soundsLikeTaker(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TAKERS.stream().anyMatch(lower::contains);
    }

    /** Whether coroutines collected in the function of a call are run there: {@code gather(*tasks)}, {@code for task in tasks: await task}. */
    boolean consumesList(Call call) {
        FunctionModel function = call.caller();
        return function != null
                && withNested(function).stream()
                        .flatMap(f -> f.references().stream())
                        .anyMatch(r -> r.use() == Use.AWAITED
                                || (r.use() == Use.ITERATED
                                        && !r.enclosingCalls().isEmpty()
                                        && CoroutineConsumers.isOne(
                                                r.enclosingCalls().get(0)))
                                || (r.use() == Use.ARGUMENT && isConsumed(r)));
    }

    /** Whether a callee takes a coroutine as its argument: by what it does with its parameters, otherwise by its name. */
    boolean isTakenBy(Expr taker, CallSite site) {
        String name = Program.lastName(taker);
        if (name == null
                || soundsLikeTaker(name)
                || name.equals("append")
                || name.equals("add")
                || name.equals("put_nowait")) {
            return true;
        }
        return uses.targetsOf(taker, site.scope()).stream().anyMatch(this::takesCoroutine);
    }

    private boolean takesCoroutine(FunctionModel function) {
        return function.callParameters().stream()
                .filter(Objects::nonNull)
                .anyMatch(parameter -> references(parameter.name(), function).stream()
                        .anyMatch(r -> r.expr().equals(new Expr.Name(parameter.name())) && isConsumed(r)));
    }
}
