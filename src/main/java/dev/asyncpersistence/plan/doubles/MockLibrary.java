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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code unittest.mock}, the package {@code mock} that it comes from, and pytest-mock's {@code mocker}, by what their calls make. */
public final class MockLibrary {
    private static final Set<String> MODULES = Set.of("unittest.mock", "mock");
    private static final String FIXTURE = "mocker";

    private static final Map<String, Mock.Kind> KINDS = Map.ofEntries(
            Map.entry("Mock", Mock.Kind.MOCK),
            Map.entry("NonCallableMock", Mock.Kind.MOCK),
            Map.entry("MagicMock", Mock.Kind.MAGIC_MOCK),
            Map.entry("NonCallableMagicMock", Mock.Kind.MAGIC_MOCK),
            Map.entry("AsyncMock", Mock.Kind.ASYNC_MOCK),
            Map.entry("create_autospec", Mock.Kind.AUTOSPEC),
            Map.entry("patch", Mock.Kind.PATCH),
            Map.entry("patch.object", Mock.Kind.PATCH_OBJECT),
            Map.entry("patch.multiple", Mock.Kind.PATCH_MULTIPLE),
            Map.entry("stub", Mock.Kind.MAGIC_MOCK));

    private final Resolver resolver;
    private final Map<UUID, String> homes = new HashMap<>();

    /** Names by which files import something of the library otherwise. */
    private final Set<String> aliases = new HashSet<>();

    public MockLibrary(Resolver resolver) {
        this.resolver = resolver;
        for (ModuleModel module : resolver.program().modules()) {
            module.imports().stream()
                    .filter(each -> MODULES.contains(each.module()))
                    .forEach(each -> aliases.add(each.localName()));
        }
        for (ClassModel type : resolver.program().classes()) {
            addHomes(type.decorators(), type.qualifiedName());
        }
        for (FunctionModel function : resolver.program().functions()) {
            addHomes(function.decorators(), function.qualifiedName());
        }
    }

    private void addHomes(List<Expr> decorators, String decorated) {
        for (Expr each : decorators) {
            if (each instanceof Expr.Call call) {
                homes.put(call.id(), decorated);
            }
        }
    }

    /** The mock that a call makes; null if it makes none. */
    public @Nullable Mock made(Expr.Call call, String scope) {
        Mock.Kind kind = AnonymousClass.isMade(call) ? Mock.Kind.CLASS : kind(call.callee(), scope);
        return kind == null ? null : new Mock(call, scope, homes.getOrDefault(call.id(), scope), kind);
    }

    /** What a call of an expression makes; null if that is no mock. */
    public Mock.@Nullable Kind kind(Expr callee, String scope) {
        String last = Program.lastName(callee);
        boolean possible = last != null
                && (aliases.contains(last)
                        || KINDS.containsKey(last)
                        || KINDS.containsKey("patch." + last)
                        || last.equals("SimpleNamespace"));
        if (!possible) {
            return null;
        }
        String dotted = callee.dotted();
        if (dotted != null && dotted.startsWith(FIXTURE + ".")) {
            return KINDS.get(dotted.substring(FIXTURE.length() + 1));
        }
        return resolver.resolve(callee, scope).stream()
                .filter(each -> each.value() instanceof Value.External)
                .map(each -> kind(((Value.External) each.value()).name()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a call of what is imported by a dotted name puts something in the place of something else. */
    static boolean isPatch(String name) {
        Mock.Kind kind = kind(name);
        return kind != null && kind.patches();
    }

    private static Mock.@Nullable Kind kind(String name) {
        if (name.equals("types.SimpleNamespace")) {
            return Mock.Kind.NAMESPACE;
        }
        return MODULES.stream()
                .filter(module -> name.startsWith(module + "."))
                .map(module -> KINDS.get(name.substring(module.length() + 1)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
