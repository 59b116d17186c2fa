package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolver;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranks functions by the entry points they are reached from. */
final class CriticalPaths {
    private final Set<FunctionModel> critical;
    private final Set<FunctionModel> startup;

    CriticalPaths(Resolver resolver) {
        List<EntryPoint> entryPoints = EntryPoints.of(resolver);
        CallGraph graph = new CallGraph(resolver);
        critical = graph.reachableFrom(functions(entryPoints, true));
        startup = graph.reachableFrom(functions(entryPoints, false));
    }

    private static List<FunctionModel> functions(List<EntryPoint> entryPoints, boolean critical) {
        return entryPoints.stream()
                .filter(e -> e.kind().isCritical() == critical)
                .map(EntryPoint::function)
                .toList();
    }

    /** The priority of calls in a function; a module body runs on import, that is at startup. */
    Priority of(@Nullable FunctionModel function) {
        if (function == null) {
            return Priority.LOW;
        }
        if (critical.contains(function)) {
            return Priority.HIGH;
        }
        return startup.contains(function) ? Priority.LOW : Priority.MEDIUM;
    }
}
