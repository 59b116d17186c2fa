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

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.EntryPoint.Kind;
import dev.asyncpersistence.plan.EntryPoint.Sign;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sync functions that a framework calls where its event loop runs. */
public final class SyncEntryPoints {
    private final EntryPointCatalogue catalogue = EntryPointCatalogue.standard();
    private final FunctionUses uses;
    private final Set<FunctionModel> onLoop = new LinkedHashSet<>();
    private final Set<FunctionModel> perhapsOnLoop = new LinkedHashSet<>();

    public SyncEntryPoints(Resolver resolver, FunctionUses uses) {
        this.uses = uses;
        Declarations declarations = new Declarations(resolver);
        for (EntryPoint each : EntryPoints.of(resolver)) {
            if (!each.function().async() && !declarations.runsOffLoop(each.function())) {
                add(each);
            }
        }
        perhapsOnLoop.removeAll(onLoop);
    }

    private void add(EntryPoint entryPoint) {
        if (isCertain(entryPoint)) {
            onLoop.add(entryPoint.function());
        } else if (entryPoint.sign() != Sign.ITSELF || isCalledByOthers(entryPoint)) {
            perhapsOnLoop.add(entryPoint.function());
        }
    }

    /** Any other decorator may put the function on a thread, as those do that repeat it. */
    private boolean isCertain(EntryPoint entryPoint) {
        return entryPoint.kind() == Kind.STARTUP
                && entryPoint.sign() == Sign.LIBRARY
                && entryPoint.function().decorators().stream().allMatch(this::isStartup);
    }

    private boolean isStartup(Expr decorator) {
        String name = Program.lastName(decorator.callee());
        return name != null && catalogue.ofDecorator(name) == Kind.STARTUP;
    }

    /** A sync {@code main} is a program of its own; what the program itself uses runs where that does. */
    private boolean isCalledByOthers(EntryPoint entryPoint) {
        FunctionModel function = entryPoint.function();
        return entryPoint.kind() != Kind.STARTUP
                && uses.callsOf(function).isEmpty()
                && uses.handovers(function).isEmpty();
    }

    /** Those that run on the loop for sure. */
    public Set<FunctionModel> onLoop() {
        return onLoop;
    }

    /** Those of which nobody can say whether they run on the loop. */
    public Set<FunctionModel> perhapsOnLoop() {
        return perhapsOnLoop;
    }
}
