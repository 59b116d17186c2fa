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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What becomes of coroutines that are kept in a variable or passed to a function. */
final class CoroutineVariables {
    private static final Set<String> PROBES = Set.of("isawaitable", "iscoroutine", "iscoroutinefunction", "isfuture");

    /** What a coroutine object itself has. */
    static final Set<String> OWN =
            Set.of("close", "send", "throw", "__await__", "cr_frame", "cr_running", "cr_code", "cr_await");

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
        Set<String> names = variables(call);
        if (function == null || names.isEmpty()) {
            return LostCoroutines.uncertain(call, "kept where its uses aren't followed");
        }
        if (names.stream().anyMatch(name -> isAwaited(name, function))) {
            return null;
        }
        String handedOn = null;
        for (String name : names) {
            if (isTakenForResult(name, function)) {
                return LostCoroutines.certain(call, "`" + name + "` is taken for its result");
            }
            handedOn = isHandedOn(name, function) ? name : handedOn;
        }
        if (handedOn != null) {
            return LostCoroutines.uncertain(call, "`" + handedOn + "` is handed on");
        }
        String name = names.iterator().next();
        boolean tested = references(name, function).stream()
                .anyMatch(reference -> reference.use().needsPlainValue());
        return LostCoroutines.certain(
                call, tested ? "`" + name + "` is taken for its result" : "`" + name + "` is never used");
    }

    /** Whether a variable is bound to the coroutine. */
    boolean isKept(Call call) {
        return !variables(call).isEmpty();
    }

    /** Whether the coroutine is kept in a variable as well, and awaited there: {@code if (x := coroutine()): await x}. */
    boolean isAwaited(Call call) {
        FunctionModel function = call.caller();
        return function != null && variables(call).stream().anyMatch(name -> isAwaited(name, function));
    }

    private boolean isAwaited(String name, FunctionModel function) {
        Set<String> own = attributes(name, function);
        boolean coroutine = !own.isEmpty() && OWN.containsAll(own);
        return coroutine
                || references(name, function).stream()
                        .anyMatch(reference -> reference.expr().equals(new Expr.Name(name)) && isConsumed(reference));
    }

    /** Whether what an awaited coroutine gives is awaited in its turn: {@code x = await coroutine()}, then {@code await x}. */
    boolean isResultAwaited(Call call) {
        FunctionModel function = call.caller();
        if (function == null) {
            return false;
        }
        return call.site().use() == Use.AWAITED_TWICE
                || function.locals().entrySet().stream()
                        .anyMatch(local -> local.getValue().stream()
                                .map(Binding::value)
                                .anyMatch(value -> value instanceof Expr.Await await
                                        && isOrMayBe(await.value(), call.site())
                                        && isAwaited(local.getKey(), function)));
    }

    private boolean isTakenForResult(String name, FunctionModel function) {
        boolean mayBeNothing = mayBeNothing(name, function);
        return !attributes(name, function).isEmpty()
                || references(name, function).stream()
                        .anyMatch(reference -> isLookedInto(reference)
                                || (reference.use().needsPlainValue() && !(mayBeNothing && isTest(reference.use()))));
    }

    private boolean isHandedOn(String name, FunctionModel function) {
        return references(name, function).stream()
                .anyMatch(reference -> !reference.use().needsPlainValue() && reference.use() != Use.DISCARDED);
    }

    private static boolean isTest(Use use) {
        return use == Use.TESTED || use == Use.OPERAND;
    }

    /** {@code x = coroutine() if c else None}: asking for {@code x} tells whether there is one. */
    private static boolean mayBeNothing(String name, FunctionModel function) {
        return function.locals().getOrDefault(name, List.of()).stream().anyMatch(b -> mayBeNothing(b.value()));
    }

    private static boolean mayBeNothing(Expr value) {
        return value instanceof Expr.Opaque
                || (value instanceof Expr.AnyOf anyOf
                        && anyOf.options().stream().anyMatch(CoroutineVariables::mayBeNothing));
    }

    /** The names that are bound to a call's result. */
    private static Set<String> variables(Call call) {
        FunctionModel function = call.caller();
        Set<String> result = new TreeSet<>();
        if (function != null) {
            function.locals().forEach((name, bindings) -> {
                if (bindings.stream().anyMatch(b -> holds(b, call.site()))) {
                    result.add(name);
                }
            });
        }
        return result;
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
                .filter(f -> function.encloses(f.qualifiedName()))
                .toList();
    }

    /** What is taken from a variable: {@code a} of {@code x.a.b} and {@code x.a()}. */
    private Set<String> attributes(String name, FunctionModel function) {
        Set<String> result = new TreeSet<>();
        for (FunctionModel each : withNested(function)) {
            each.references().forEach(reference -> addAttribute(reference.expr(), name, result));
            each.calls().forEach(site -> addAttribute(site.call().callee(), name, result));
        }
        return result;
    }

    private static void addAttribute(Expr chain, String name, Set<String> result) {
        for (Expr each = chain; each instanceof Expr.Attribute attribute; each = attribute.value()) {
            if (attribute.value().equals(new Expr.Name(name))) {
                result.add(attribute.attr());
            }
        }
    }

    private static boolean startsWith(Expr expr, String name) {
        return expr.start().equals(new Expr.Name(name));
    }

    private static boolean isConsumed(Reference reference) {
        if (reference.use().isAwaited()) {
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
        if (reference.use() != Use.ARGUMENT || reference.enclosingCalls().isEmpty()) {
            return false;
        }
        String taker = String.valueOf(reference.enclosingCalls().get(0).dotted());
        return LOOK_INTO.contains(taker) || LostCoroutines.WANT_VALUES.contains(taker);
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
                        .anyMatch(r -> r.use().isAwaited()
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
