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
package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for calls that need the event loop's thread, such as {@code asyncio.create_task}. */
final class LoopCalls {
    /** What catches the {@code RuntimeError} that is raised where no event loop runs. */
    private static final Set<String> NO_LOOP = Set.of("RuntimeError", "Exception", "BaseException");

    private static final Set<String> LOGS =
            Set.of("debug", "info", "warning", "warn", "error", "exception", "critical", "log");
    private static final Set<String> LOGGERS = Set.of("log", "logger", "logging");

    private final Resolver resolver;
    private final CallCatalogue catalogue;

    /** Whether those count, too, that logging does without where it has to. */
    private final boolean all;

    private final Set<Visit> seen = new HashSet<>();

    private record Visit(FunctionModel function, boolean logging) {}

    private LoopCalls(Resolver resolver, CallCatalogue catalogue, boolean all) {
        this.resolver = resolver;
        this.catalogue = catalogue;
        this.all = all;
    }

    /**
     * A call, reached from a function, that it can't do without; null if there is none. What logging does on the loop, it can do without where an
     * {@code except} is there for the lack of one: whoever writes to a log may be on any thread.
     */
    static @Nullable String needed(FunctionModel function, Resolver resolver, CallCatalogue catalogue) {
        return new LoopCalls(resolver, catalogue, false).find(function, false);
    }

    /** A call, reached from a function, whether needed or not; null if there is none. */
    static @Nullable String any(FunctionModel function, Resolver resolver, CallCatalogue catalogue) {
        return new LoopCalls(resolver, catalogue, true).find(function, false);
    }

    private @Nullable String find(FunctionModel function, boolean logging) {
        if (function.async() || !seen.add(new Visit(function, logging))) {
            return null;
        }
        for (CallSite site : function.calls()) {
            boolean left = !all && logging && isHandled(site);
            String found = left ? null : find(site, logging || isLog(site));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String find(CallSite site, boolean logging) {
        for (var target : resolver.resolve(site.call().callee(), site.scope())) {
            if (target.value() instanceof Value.External external && catalogue.isLoopFunction(external.name())) {
                return external.name() + " (" + site.location() + ")";
            }
            String found =
                    target.value() instanceof Value.FunctionObject called ? find(called.function(), logging) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isHandled(CallSite site) {
        return site.caught().stream()
                .flatMap(each -> each instanceof Expr.Display types ? types.elements().stream() : Stream.of(each))
                .anyMatch(type -> NO_LOOP.contains(String.valueOf(Program.lastName(type))));
    }

    /** {@code self.logger.info("saved")}. */
    private static boolean isLog(CallSite site) {
        return site.call().callee() instanceof Expr.Attribute callee
                && LOGS.contains(callee.attr())
                && LOGGERS.contains(
                        String.valueOf(Program.lastName(callee.value())).replaceFirst("^_+", ""));
    }
}
