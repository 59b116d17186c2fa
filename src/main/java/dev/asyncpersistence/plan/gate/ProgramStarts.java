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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import dev.asyncpersistence.plan.Declarations;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.Handover;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sync functions that may run an event loop of their own: where a program starts, what only such functions call, and what runs on threads. Who can be
 * reached from a coroutine is none of them.
 */
final class ProgramStarts {
    private static final Set<String> THREAD_CLASSES = Set.of("Thread", "Timer", "Process", "QThread");

    private final Resolver resolver;
    private final Program program;
    private final FunctionUses uses;
    private final Declarations declarations;
    private final ConsoleScripts scripts;
    private final Set<FunctionModel> starts = new HashSet<>();

    ProgramStarts(Resolver resolver, FunctionUses uses, LoopReach reach, ConsoleScripts scripts) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.uses = uses;
        this.declarations = new Declarations(resolver);
        this.scripts = scripts;
        List<FunctionModel> candidates = program.functions().stream()
                .filter(function -> !function.async() && !reach.isCertain(function))
                .toList();
        candidates.stream().filter(this::isDeclared).forEach(starts::add);
        boolean changed = true;
        while (changed) {
            changed = candidates.stream()
                    .filter(this::isUsedByStartsOnly)
                    .map(starts::add)
                    .reduce(false, Boolean::logicalOr);
        }
    }

    boolean contains(FunctionModel function) {
        return starts.contains(function);
    }

    private boolean isDeclared(FunctionModel function) {
        return (function.name().equals("main") && program.isTopLevel(function))
                || scripts.contains(function)
                || declarations.runsOffLoop(function)
                || isRunOfThread(function)
                || isHandleOfCommand(function);
    }

    private boolean isRunOfThread(FunctionModel function) {
        ClassModel type = classOf(function, "run");
        return type != null
                && type.bases().stream()
                        .map(Program::lastName)
                        .anyMatch(name -> name != null && THREAD_CLASSES.contains(name));
    }

    /** {@code class Command(BaseCommand)} of Django. A class of the project's own that is called so may be anything. */
    private boolean isHandleOfCommand(FunctionModel function) {
        ClassModel type = classOf(function, "handle");
        return type != null
                && resolver.hierarchy().lookupOrder(type).stream()
                        .anyMatch(each -> each.bases().stream().anyMatch(base -> isForeignCommand(base, each)));
    }

    private boolean isForeignCommand(Expr base, ClassModel type) {
        String name = Program.lastName(base);
        return name != null
                && name.endsWith("Command")
                && resolver.resolve(base, type.enclosingScope()).stream()
                        .noneMatch(each -> each.value() instanceof Value.ClassObject);
    }

    /** The class that a function is a method of; null if there is none, or the method has another name. */
    private @Nullable ClassModel classOf(FunctionModel function, String name) {
        return function.className() == null || !function.name().equals(name)
                ? null
                : program.classNamed(function.className());
    }

    /** A module body runs when a program starts, or imports it. That a function calls itself says nothing. */
    private boolean isUsedByStartsOnly(FunctionModel function) {
        List<Call> calls = uses.callsOf(function).stream()
                .filter(call -> !function.equals(call.caller()))
                .toList();
        List<Handover> handovers = uses.handovers(function);
        return Stream.concat(calls.stream(), handovers.stream()).findAny().isPresent()
                && calls.stream().allMatch(this::isByStart)
                && handovers.stream().allMatch(Handover::toThread);
    }

    private boolean isByStart(Call call) {
        FunctionModel caller = call.caller();
        return caller == null || starts.contains(caller) || Handover.runsOnThread(call.site());
    }
}
