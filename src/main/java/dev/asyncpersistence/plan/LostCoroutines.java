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

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Use;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds coroutines that are made and never awaited, gathered, scheduled or handed to the caller. At run time Python warns of them at best («coroutine
 * ... was never awaited»), and since every object is true, a check such as {@code if is_admin(player)} passes for everybody.
 */
public final class LostCoroutines {
    /** Builtins that want a value: a coroutine is none. */
    static final Set<String> WANT_VALUES = Set.of(
            "bool",
            "len",
            "int",
            "float",
            "str",
            "list",
            "tuple",
            "set",
            "frozenset",
            "dict",
            "sorted",
            "sum",
            "any",
            "all",
            "min",
            "max",
            "iter",
            "next",
            "enumerate",
            "zip",
            "reversed",
            "abs",
            "round",
            "range");

    private final FunctionUses uses;
    private final CoroutineVariables variables;
    private final CoroutineDecorators decorators;

    public LostCoroutines(Program program, FunctionUses uses) {
        this.uses = uses;
        this.variables = new CoroutineVariables(program, uses);
        this.decorators = new CoroutineDecorators(program, uses);
    }

    /** All of them, by path and line. */
    public List<LostCoroutine> find() {
        List<LostCoroutine> result = new ArrayList<>();
        for (Call call : uses.calls()) {
            LostCoroutine lost = makesCoroutine(call) ? judge(call) : null;
            if (lost != null) {
                result.add(unlessDecorated(lost));
            }
        }
        result.sort(Comparator.comparing(lost -> lost.call().site().location()));
        return result;
    }

    /** Whether every function that the call may run is a coroutine function; async generators are iterated, not awaited. */
    private static boolean makesCoroutine(Call call) {
        return !call.constructs()
                && call.stranger().isEmpty()
                && call.targets().stream().allMatch(target -> target.async() && !target.yielded());
    }

    /** A decorator may run the coroutine, schedule it, or make a sync function of the whole. */
    private LostCoroutine unlessDecorated(LostCoroutine lost) {
        Expr decorator = lost.certain()
                ? lost.call().targets().stream()
                        .map(decorators::unknown)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
        return decorator == null
                ? lost
                : uncertain(lost.call(), lost.why() + ", unless `@" + decorator.display() + "` sees to it");
    }

    private @Nullable LostCoroutine judge(Call call) {
        if (variables.isAwaited(call)) {
            return null;
        }
        Use use = call.site().use();
        return switch (use) {
            case AWAITED, AWAITED_TWICE, ENTERED_ASYNC, ITERATED_ASYNC, OTHER -> null;
            case DISCARDED -> certain(call, "dropped");
            case CALLED, ITERATED, ENTERED, ENTERED_WITH_OTHERS, TESTED, OPERAND, INTERPOLATED, RAISED ->
                certain(call, text(use));
            case PRIMARY -> ofPrimary(call);
            case RETURNED -> ofReturned(call);
            case ASSIGNED -> variables.judge(call);
            case ARGUMENT -> ofArgument(call);
            case ELEMENT -> ofElement(call);
            case YIELDED -> uncertain(call, "yielded");
        };
    }

    /** An element of {@code a, b = f(), g()} has a variable of its own. */
    private @Nullable LostCoroutine ofElement(Call call) {
        if (variables.isKept(call)) {
            return variables.judge(call);
        }
        return variables.consumesList(call) || CoroutineConsumers.takes(call.site())
                ? null
                : uncertain(call, "kept in a collection");
    }

    static String text(Use use) {
        return switch (use) {
            case TESTED -> "tested for its truth, and always true";
            case ITERATED -> "iterated";
            case ENTERED, ENTERED_WITH_OTHERS -> "entered by `with`";
            case OPERAND -> "compared or computed with";
            case INTERPOLATED -> "put into a text";
            case RAISED -> "raised";
            case CALLED -> "called";
            default -> "taken for its result";
        };
    }

    private @Nullable LostCoroutine ofPrimary(Call call) {
        return uses.attributesTakenFrom(call.site()).stream().anyMatch(CoroutineVariables.OWN::contains)
                ? null
                : certain(call, "asked for an attribute or item of its result");
    }

    /** A sync function hands the coroutine on; an async one gives its caller a coroutine where that has awaited already. */
    private @Nullable LostCoroutine ofReturned(Call call) {
        FunctionModel caller = call.caller();
        if (caller == null || call.site().place() == CallSite.Place.LAMBDA) {
            return null;
        }
        if (!caller.async()) {
            return returnsToNobodyWhoAwaits(caller)
                    ? uncertain(call, "returned to callers of which none awaits it")
                    : null;
        }
        Expr annotation = caller.returnAnnotation();
        String type = annotation == null
                ? ""
                : String.valueOf(Program.lastName(annotation instanceof Expr.Subscript s ? s.value() : annotation));
        boolean meant =
                Set.of("Awaitable", "Coroutine", "Any", "Future", "Task").contains(type);
        return meant || uses.callsOf(caller).stream().anyMatch(variables::isResultAwaited)
                ? null
                : certain(call, "returned from a coroutine that its callers have awaited already");
    }

    private boolean returnsToNobodyWhoAwaits(FunctionModel function) {
        List<Call> calls = uses.callsOf(function);
        return !calls.isEmpty()
                && calls.stream()
                        .map(Call::site)
                        .allMatch(site ->
                                site.use() == Use.DISCARDED || site.use().needsPlainValue());
    }

    private @Nullable LostCoroutine ofArgument(Call call) {
        if (CoroutineConsumers.takes(call.site())
                || call.site().enclosingCalls().isEmpty()) {
            return null;
        }
        Expr taker = call.site().enclosingCalls().get(0);
        String name = taker.dotted();
        if (name != null && WANT_VALUES.contains(name) && !isKeywordArgument(call)) {
            return certain(call, "passed to `" + name + "`");
        }
        return variables.isTakenBy(taker, call.site()) ? null : uncertain(call, "passed to `" + taker.display() + "`");
    }

    /** {@code dict(a=f())} keeps the coroutine. */
    private static boolean isKeywordArgument(Call call) {
        FunctionModel caller = call.caller();
        return caller != null
                && caller.calls().stream()
                        .flatMap(site -> site.call().arguments().stream())
                        .anyMatch(argument -> argument.keyword() != null
                                && argument.value() instanceof Expr.Call value
                                && value.id().equals(call.site().id()));
    }

    static LostCoroutine certain(Call call, String why) {
        return new LostCoroutine(call, true, why);
    }

    static LostCoroutine uncertain(Call call, String why) {
        return new LostCoroutine(call, false, why);
    }
}
