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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.change.TextChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Replacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has tests replace the function that gives the async layer where they replaced the one that gives the sync layer: {@code patch("app.get_layer")}. */
final class MovedAccessors {
    private final Program program;
    private final Doubles doubles;
    private final DoubleUses uses;
    private final ReachedSites reached;
    private final TestContexts contexts;
    private final TestEdits edits;
    private final List<Problem> problems;

    /** By scope and name, what is assigned to variables that are added. */
    private final Map<List<String>, String> addedVariables = new HashMap<>();

    MovedAccessors(
            Program program,
            Doubles doubles,
            DoubleUses uses,
            ReachedSites reached,
            TestContexts contexts,
            List<Edit> planned,
            TestEdits edits,
            List<Problem> problems) {
        this.program = program;
        this.doubles = doubles;
        this.uses = uses;
        this.reached = reached;
        this.contexts = contexts;
        this.edits = edits;
        this.problems = problems;
        for (Edit edit : planned) {
            if (edit.change() instanceof StatementChange added
                    && added.target() instanceof Expr.Name name
                    && added.value() instanceof Expr.Call call) {
                addedVariables.put(
                        List.of(edit.scope(), name.id()), call.callee().display() + "()");
            }
        }
    }

    void change() {
        Map<Replacement, List<Move>> concerned = new LinkedHashMap<>();
        for (Move move : uses.allMoves()) {
            String accessor = accessor(move.receiver(), move.site());
            if (accessor != null && newAccessor(move) != null) {
                for (Replacement each : doubles.replacements().named(accessor)) {
                    if (each.call() != null && isIn(each, module(move.site())) && reaches(each, move.site())) {
                        concerned.computeIfAbsent(each, r -> new ArrayList<>()).add(move);
                    }
                }
            }
        }
        concerned.forEach(this::change);
    }

    private void change(Replacement replacement, List<Move> moves) {
        Set<String> names = Set.copyOf(moves.stream()
                .map(move -> Objects.requireNonNull(newAccessor(move)))
                .toList());
        CallSite staying = staying(replacement, moves);
        if (staying != null || names.size() > 1) {
            problems.add(new Problem(
                    moves.get(0).site().location(),
                    "the async layer is asked for here, where " + replacement.scope() + " may lead; it replaces only `"
                            + replacement.attr() + "`, which is still called"
                            + (staying == null ? "" : " at " + staying.location())));
            return;
        }
        String name = names.iterator().next();
        Expr.Call call = Objects.requireNonNull(replacement.call());
        String prefix = replacement.owner() instanceof Expr.Text text ? text.value() + "." : "";
        edits.add(
                program.moduleOf(replacement.scope()).path(),
                replacement.scope(),
                new TextChange(call.id(), prefix + replacement.attr(), prefix + name),
                replacement);
        edits.follow(replacement, moves.stream().map(Move::site).toList());
    }

    /** A call that is still made on what the replaced function gives; null if there is none. */
    private @Nullable CallSite staying(Replacement replacement, List<Move> moves) {
        Set<CallSite> moved = Set.copyOf(moves.stream().map(Move::site).toList());
        return module(moves.get(0).site()).allCalls().stream()
                .filter(site -> !moved.contains(site)
                        && site.call().callee() instanceof Expr.Attribute callee
                        && replacement.attr().equals(accessor(callee.value(), site))
                        && reaches(replacement, site))
                .findFirst()
                .orElse(null);
    }

    private boolean reaches(Replacement replacement, CallSite site) {
        return reached.isReached(List.of(site), contexts.tests(replacement.scope()));
    }

    private boolean isIn(Replacement replacement, ModuleModel module) {
        return doubles.replacements().owners(replacement).stream()
                .anyMatch(owner -> owner instanceof Value.ModuleObject each
                        && each.module().equals(module));
    }

    private ModuleModel module(CallSite site) {
        return program.moduleOf(site.scope());
    }

    /** The function whose result an expression is: {@code get_layer()}, or a variable that holds it. */
    private @Nullable String accessor(Expr receiver, CallSite site) {
        if (receiver instanceof Expr.Call call) {
            return Program.lastName(call.callee());
        }
        FunctionModel function = site.function() == null ? null : program.function(site.function());
        if (function == null || !(receiver instanceof Expr.Name name)) {
            return null;
        }
        return function.locals().getOrDefault(name.id(), List.of()).stream()
                .map(Binding::value)
                .filter(Expr.Call.class::isInstance)
                .map(value -> Program.lastName(((Expr.Call) value).callee()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** {@code get_async_layer} of {@code get_async_layer()}, or of a variable that is added to hold it; null for other receivers. */
    private @Nullable String newAccessor(Move move) {
        String written = String.valueOf(move.newReceiver());
        String receiver = addedVariables.getOrDefault(List.of(move.site().scope(), written), written);
        String name = receiver.endsWith("()") ? receiver.substring(0, receiver.length() - 2) : "";
        return name.isEmpty() || name.contains(".") || name.contains("(") ? null : name;
    }
}
