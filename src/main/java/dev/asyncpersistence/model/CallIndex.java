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
package dev.asyncpersistence.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls by the function or class that they call. In a large program many functions share a name. */
final class CallIndex {
    private final Program program;
    private final Resolver resolver;
    private final Map<String, Entry> byName = new HashMap<>();

    CallIndex(Program program, Resolver resolver) {
        this.program = program;
        this.resolver = resolver;
    }

    /**
     * Calls that end in one name.
     *
     * @param open calls whose callee isn't known for good, because this is asked while it is being found out
     */
    private record Entry(Map<Object, List<CallSite>> byTarget, List<CallSite> open) {}

    List<CallSite> callsOf(FunctionModel function) {
        return calls(function.name(), function);
    }

    /** {@code Name(...)}, and {@code cls(...)} in its class methods. */
    List<CallSite> callsOf(ClassModel type) {
        List<CallSite> result = new ArrayList<>(calls(type.name(), type));
        result.addAll(calls("cls", type));
        return result;
    }

    private List<CallSite> calls(String name, Object target) {
        Entry entry =
                byName.computeIfAbsent(name, n -> new Entry(new HashMap<>(), new ArrayList<>(program.callsNamed(n))));
        List<CallSite> maybe = new ArrayList<>();
        // Finding out may lead here again.
        List<CallSite> open = List.copyOf(entry.open);
        for (CallSite site : open) {
            List<Object> targets = targets(site);
            if (resolver.isSettled(site.call().callee(), site.scope())) {
                if (entry.open.remove(site)) {
                    targets.forEach(t -> entry.byTarget
                            .computeIfAbsent(t, x -> new ArrayList<>())
                            .add(site));
                }
            } else if (targets.contains(target)) {
                maybe.add(site);
            }
        }
        maybe.addAll(entry.byTarget.getOrDefault(target, List.of()));
        return maybe;
    }

    private List<Object> targets(CallSite site) {
        List<Object> result = new ArrayList<>();
        for (Resolved each : resolver.resolve(site.call().callee(), site.scope())) {
            if (each.value() instanceof Value.FunctionObject called) {
                result.add(called.function());
            } else if (each.value() instanceof Value.ClassObject made) {
                result.add(made.type());
            }
        }
        return result.stream().distinct().toList();
    }
}
