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

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.LostCoroutine;
import dev.asyncpersistence.plan.LostCoroutines;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds everything in a program that the gate is there to keep out. */
public final class Violations {
    private final Resolver resolver;
    private final List<Layer> layers;
    private final CallCatalogue catalogue;
    private final ConsoleScripts scripts;

    /**
     * Prepares the search.
     *
     * @param layers none if there are none any more
     * @param settings the texts of the files that configure the project
     */
    public Violations(Resolver resolver, List<Layer> layers, CallCatalogue catalogue, Collection<String> settings) {
        this.resolver = resolver;
        this.layers = layers;
        this.catalogue = catalogue;
        this.scripts = new ConsoleScripts(settings);
    }

    /** All of them, by path and line. */
    public List<Violation> find() {
        Families families = new Families(resolver);
        FunctionUses uses = new FunctionUses(resolver, families);
        LoopReach reach = new LoopReach(resolver, uses, families);
        ProgramStarts starts = new ProgramStarts(resolver, uses, reach, scripts);
        Stream<Violation> blocking = new BlockingCalls(resolver, layers, catalogue, reach).find();
        Stream<Violation> lost =
                new LostCoroutines(resolver.program(), uses).find().stream().map(this::violation);
        Stream<Violation> loops = new LoopsInLibrary(resolver, starts, reach).find();
        return Stream.of(blocking, lost, loops)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Violation::location).thenComparing(Violation::kind))
                .toList();
    }

    private Violation violation(LostCoroutine lost) {
        return new Violation(
                Violation.Kind.UNAWAITED_COROUTINE,
                lost.call().site().location(),
                Violation.nameOf(lost.call().caller(), resolver.program()),
                lost.call().site().call().callee().display(),
                lost.certain(),
                (lost.certain() ? "a coroutine that nobody awaits: " : "a coroutine that perhaps nobody awaits: ")
                        + lost.why(),
                "await it");
    }
}
