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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.Need;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import dev.asyncpersistence.plan.graph.ParameterPassing;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Searches the async layer for the one call of {@code load} in a file beside the layers. */
final class Reached {
    private static final String LAYERS = """
            class PersistenceLayer:
                def load(self, key): return open(key)
            class AsyncPersistenceLayer:
                async def load(self, key): return await pool.load(key)
            _sync = PersistenceLayer()
            _async = AsyncPersistenceLayer()
            def get_db() -> PersistenceLayer: return _sync
            """;

    private static final String ACCESSOR = "def get_async_db() -> AsyncPersistenceLayer: return _async\n";

    private Reached() {}

    /** The source of the layer and what is needed for it, or the obstacle. */
    static String in(String text) {
        return in(LAYERS + ACCESSOR, text, UnreadFiles.NONE);
    }

    static String withoutAccessor(String text) {
        return in(LAYERS, text, UnreadFiles.NONE);
    }

    static String in(String text, UnreadFiles unread) {
        return in(LAYERS + ACCESSOR, text, unread);
    }

    private static String in(String layers, String text, UnreadFiles unread) {
        String imports = "from app.db import AsyncPersistenceLayer, PersistenceLayer, get_db\n";
        return in(unread, "app/db.py", layers, "app/service.py", imports + text);
    }

    static String in(UnreadFiles unread, String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        Families families = new Families(resolver);
        FunctionUses uses = new FunctionUses(resolver, families);
        families.join(uses);
        LayerOptions options =
                new LayerOptions(List.of("app.db.PersistenceLayer"), "app.db.AsyncPersistenceLayer", Map.of());
        Layer layer = new LayerReader(resolver, CallCatalogue.standard(), options)
                .read()
                .get(0);
        CallSite site = resolver.program().callsNamed("load").stream()
                .filter(each -> each.location().path().equals("app/service.py"))
                .findFirst()
                .orElseThrow();
        return text(new AsyncLayerReach(
                        resolver,
                        uses,
                        new ParameterPassing(resolver, uses, families, unread),
                        unread,
                        ReachOptions.FOUND)
                .from(layer, site));
    }

    private static String text(AsyncLayerReach.Reach reach) {
        if (reach.source() == null) {
            return "not: " + reach.obstacle();
        }
        List<String> parts = new ArrayList<>(List.of(reach.source()));
        reach.needs().stream().map(Reached::text).forEach(parts::add);
        return String.join("; ", parts);
    }

    private static String text(Need need) {
        String scope = need.scope().substring("app.".length());
        return text(need.change()) + " in " + scope;
    }

    private static String text(Change change) {
        if (change instanceof ParameterChange parameter) {
            String annotation = parameter.annotation() == null
                    ? ""
                    : ": " + parameter.annotation().shape()
                            + (parameter.annotation().quoted() ? " QUOTED" : "");
            String value = parameter.defaultValue() == null ? "None" : text(parameter.defaultValue());
            String place = parameter.behind() == null ? "" : " behind " + parameter.behind();
            return "parameter " + parameter.name() + annotation + "=" + value + place;
        }
        if (change instanceof ArgumentChange argument) {
            return "argument " + argument.keyword() + "=" + text(argument.value());
        }
        if (change instanceof StatementChange statement) {
            String annotation = statement.annotation() == null
                    ? ""
                    : ": " + statement.annotation().shape();
            return text(statement.target()) + annotation + " = " + text(statement.value());
        }
        if (change instanceof ImportChange imported) {
            return "import " + imported.module() + "." + imported.name()
                    + (imported.typeCheckingOnly() ? " for types" : "")
                    + (imported.function() == null ? "" : " inside");
        }
        return change.toString();
    }

    private static String text(Expr expr) {
        if (expr instanceof Expr.AnyOf anyOf) {
            return anyOf.options().stream().map(Reached::text).collect(Collectors.joining(" or "));
        }
        if (expr instanceof Expr.Call call) {
            return text(call.callee())
                    + call.arguments().stream()
                            .map(each -> (each.keyword() == null ? "" : each.keyword() + "=") + text(each.value()))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        return expr.display();
    }
}
