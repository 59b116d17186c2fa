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
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.change.TextChange;
import dev.asyncpersistence.plan.doubles.Doubles;
import dev.asyncpersistence.plan.doubles.Replacement;
import dev.asyncpersistence.plan.doubles.TestDouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has tests replace the function that gives the async layer where they replaced the one that gives the sync layer: {@code patch("app.get_layer")}, {@code app.get_layer = Mock()}. */
final class MovedAccessors {
    private final Resolver resolver;
    private final Program program;
    private final Doubles doubles;
    private final DoubleUses uses;
    private final ReachedSites reached;
    private final TestContexts contexts;
    private final TestEdits edits;
    private final List<Problem> problems;

    private final AssignedAccessors assigned;
    private final Set<TestDouble> awaited = new LinkedHashSet<>();

    /** By scope and name, what is assigned to variables that are added. */
    private final Map<List<String>, String> addedVariables = new HashMap<>();

    MovedAccessors(
            Resolver resolver,
            Doubles doubles,
            DoubleUses uses,
            ReachedSites reached,
            TestContexts contexts,
            List<Chain> chains,
            MadeMocks made,
            List<Edit> planned,
            TestEdits edits,
            List<Problem> problems) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.doubles = doubles;
        this.uses = uses;
        this.reached = reached;
        this.contexts = contexts;
        this.edits = edits;
        this.problems = problems;
        this.assigned = new AssignedAccessors(resolver, doubles, contexts, chains, made, edits);
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
            Expr accessor = accessor(move.receiver(), move.site());
            if (accessor != null && newAccessor(move) != null) {
                for (Replacement each : doubles.replacements().named(String.valueOf(Program.lastName(accessor)))) {
                    if (isOf(each, accessor, move.site()) && reaches(each, move.site())) {
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
        boolean changed = replacement.call() == null
                ? assigned.rename(replacement, name)
                : rename(replacement, replacement.call(), name);
        if (changed) {
            edits.follow(replacement, moves.stream().map(Move::site).toList());
            moves.forEach(move -> noteAwaited(replacement, move));
        } else {
            problems.add(new Problem(
                    moves.get(0).site().location(),
                    "the async layer is asked for here, where " + replacement.scope() + " may lead; it assigns to `"
                            + replacement.attr() + "`, which is spoken of elsewhere, too"));
        }
    }

    private boolean rename(Replacement replacement, Expr.Call call, String name) {
        String prefix = replacement.owner() instanceof Expr.Text text ? text.value() + "." : "";
        edits.add(
                program.moduleOf(replacement.scope()).path(),
                replacement.scope(),
                new TextChange(call.id(), prefix + replacement.attr(), prefix + name),
                replacement);
        return true;
    }

    /** What the other function gives is awaited, whether a test speaks of the method or not. */
    private void noteAwaited(Replacement replacement, Move move) {
        for (TestDouble each : contexts.metIn(
                replacement.scope(), doubles.of(move.receiver(), move.site().scope()))) {
            doubles.member(each, move.newMethod()).forEach(method -> {
                awaited.add(method);
                edits.follow(method, List.of(move.site()));
            });
        }
    }

    /** What is awaited of the doubles that are given. */
    Set<TestDouble> awaited() {
        return awaited;
    }

    /** A call that is still made on what the replaced function gives; null if there is none. */
    private @Nullable CallSite staying(Replacement replacement, List<Move> moves) {
        Set<CallSite> moved = Set.copyOf(moves.stream().map(Move::site).toList());
        return program.modules().stream()
                .flatMap(module -> module.allCalls().stream())
                .filter(site -> !moved.contains(site)
                        && site.call().callee() instanceof Expr.Attribute callee
                        && isOf(replacement, accessor(callee.value(), site), site)
                        && reaches(replacement, site))
                .findFirst()
                .orElse(null);
    }

    private boolean reaches(Replacement replacement, CallSite site) {
        return reached.isReached(List.of(site), contexts.tests(replacement.scope()));
    }

    /** Whether it replaces a function, as it is written: a name of the module around, or an attribute of another module. */
    private boolean isOf(Replacement replacement, @Nullable Expr accessor, CallSite site) {
        if (accessor == null || !replacement.attr().equals(Program.lastName(accessor))) {
            return false;
        }
        Set<ModuleModel> modules = accessor instanceof Expr.Attribute attribute
                ? modules(resolver.resolve(attribute.value(), site.scope()).stream()
                        .map(Resolved::value))
                : Set.of(program.moduleOf(site.scope()));
        return modules(doubles.replacements().owners(replacement).stream()).stream()
                .anyMatch(modules::contains);
    }

    static Set<ModuleModel> modules(Stream<Value> values) {
        return values.filter(Value.ModuleObject.class::isInstance)
                .map(each -> ((Value.ModuleObject) each).module())
                .collect(Collectors.toSet());
    }

    /** The function whose result an expression is: {@code get_layer()}, or a variable that holds it. */
    private @Nullable Expr accessor(Expr receiver, CallSite site) {
        if (receiver instanceof Expr.Call call) {
            return call.callee();
        }
        FunctionModel function = site.function() == null ? null : program.function(site.function());
        if (function == null || !(receiver instanceof Expr.Name name)) {
            return null;
        }
        return function.locals().getOrDefault(name.id(), List.of()).stream()
                .map(Binding::value)
                .filter(Expr.Call.class::isInstance)
                .map(value -> ((Expr.Call) value).callee())
                .findFirst()
                .orElse(null);
    }

    /**
     * {@code get_async_layer} of {@code get_async_layer()}, or of a variable that is added to hold it; it is of the same module as the other function. Null
     * for other receivers.
     */
    private @Nullable String newAccessor(Move move) {
        String written = String.valueOf(move.newReceiver());
        String receiver = addedVariables.getOrDefault(List.of(move.site().scope(), written), written);
        String name = receiver.endsWith("()") ? receiver.substring(0, receiver.length() - 2) : "";
        Expr accessor = accessor(move.receiver(), move.site());
        String module =
                accessor instanceof Expr.Attribute attribute ? attribute.value().display() + "." : "";
        String plain = name.startsWith(module) ? name.substring(module.length()) : "";
        return plain.isEmpty() || plain.contains(".") || plain.contains("(") ? null : plain;
    }
}
