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
package dev.asyncpersistence.plan.leftover;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.PassedArgument;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.ArgumentRemoval;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import dev.asyncpersistence.plan.graph.Call;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.InjectedParameters;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which parameters nobody reads any more, and takes them out of every call. */
final class UnusedParameters {
    private final Resolver resolver;
    private final Program program;
    private final FunctionUses uses;
    private final ParameterPassing passing;
    private final UnreadFiles unread;
    private final Reads reads;

    UnusedParameters(Resolver resolver, FunctionUses uses, ParameterPassing passing, UnreadFiles unread, Reads reads) {
        this.resolver = resolver;
        this.program = resolver.program();
        this.uses = uses;
        this.passing = passing;
        this.unread = unread;
        this.reads = reads;
    }

    record Candidate(FunctionModel function, Parameter parameter, Set<UUID> sites) {
        Candidate with(Set<UUID> others) {
            return new Candidate(function, parameter, Set.copyOf(others));
        }
    }

    /** The parameters that an expression reads. */
    List<Candidate> in(Expr value, String scope, Set<UUID> sites) {
        List<Candidate> result = new ArrayList<>();
        FunctionModel function = program.function(scope);
        List<Expr> options = value instanceof Expr.AnyOf anyOf ? anyOf.options() : List.of(value);
        for (Expr option : options) {
            if (function != null && option instanceof Expr.Name name) {
                function.callParameters().stream()
                        .filter(p -> p.name().equals(name.id()))
                        .forEach(p -> result.add(new Candidate(function, p, sites)));
            }
        }
        return result;
    }

    boolean canGo(Candidate candidate) {
        FunctionModel function = candidate.function();
        String name = candidate.parameter().name();
        Expr read = new Expr.Name(name);
        boolean isRead = reads.anyLeft(each -> each.expr().start().equals(read) && function.encloses(each.scope()));
        List<Binding> bindings = function.locals().getOrDefault(name, List.of());
        boolean injected = InjectedParameters.depends(candidate.parameter()) != null
                && uses.callsOf(function).isEmpty();
        boolean plain = candidate.parameter().kind() != Parameter.Kind.VAR_POSITIONAL
                && candidate.parameter().kind() != Parameter.Kind.VAR_KEYWORD
                && (injected || !(candidate.parameter().defaultValue() instanceof Expr.Call));
        return !isRead
                && (injected || !uses.callsOf(function).isEmpty())
                && plain
                && bindings.size() == 1
                // Whoever injects looks what there is to inject, even where nobody else knows the calls.
                && (injected || passing.whyFixed(function) == null)
                && !isCalledElsewhere(function)
                && uses.callsOf(function).stream().allMatch(call -> canGoFrom(call, candidate));
    }

    /** A file that is not part of the program may call it, too. */
    private boolean isCalledElsewhere(FunctionModel function) {
        ClassModel type = function.className() == null ? null : program.classNamed(function.className());
        List<String> names = ParameterPassing.isConstructor(function) && type != null
                ? resolver.hierarchy().withSubclasses(type).stream()
                        .map(ClassModel::name)
                        .toList()
                : List.of(function.name());
        return names.stream().anyMatch(name -> unread.mentions(Pattern.compile("\\b" + name + "\\b")));
    }

    private boolean canGoFrom(Call call, Candidate candidate) {
        PassedArgument passed = passing.passed(call, candidate.function(), candidate.parameter());
        return passed.known() && (passed.value() == null || Leftovers.isHarmless(passed.value()));
    }

    /** The removal of a parameter and of what calls pass for it. */
    List<Leftover> remove(Candidate candidate) {
        FunctionModel function = candidate.function();
        List<Leftover> result = new ArrayList<>();
        result.add(new Leftover(
                new Need(
                        function.location().path(),
                        function.qualifiedName(),
                        new ParameterRemoval(
                                function.id(), candidate.parameter().name())),
                candidate.sites()));
        for (Call call : uses.callsOf(function)) {
            PassedArgument passed = passing.passed(call, function, candidate.parameter());
            if (passed.value() != null) {
                CallSite site = call.site();
                reads.remove(passed.value(), site.scope());
                result.add(new Leftover(
                        new Need(site.location().path(), site.scope(), new ArgumentRemoval(site.id(), passed.index())),
                        candidate.sites()));
            }
        }
        return result;
    }

    /** What calls pass for a parameter, each with the scope of its call. */
    List<Reads.Read> passed(Candidate candidate) {
        return uses.callsOf(candidate.function()).stream()
                .flatMap(call -> Stream.ofNullable(passing.passed(call, candidate.function(), candidate.parameter())
                                .value())
                        .map(value -> new Reads.Read(value, call.site().scope())))
                .toList();
    }
}
