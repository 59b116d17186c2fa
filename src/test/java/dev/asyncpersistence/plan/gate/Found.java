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
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.List;

/** The violations in programs, as {@code line call}, with a question mark where that isn't certain. */
final class Found {
    static final String LAYER = """
            import sqlite3
            class RoomStore:
                def load(self, key=None): return sqlite3.connect("x")
                def peek(self, key=None): return {}
                def rows(self):
                    yield sqlite3.connect("x")
                async def fake(self): return self.load()
            """;

    private Found() {}

    /** Those of one kind in a module beside {@link #LAYER}. */
    static List<String> in(Violation.Kind kind, String text) {
        return violations(List.of(), "app/store.py", LAYER, "app/m.py", text).stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.location().line() + " " + each.call() + (each.certain() ? "" : "?"))
                .toList();
    }

    /** All of them. */
    static List<Violation> violations(List<String> settings, String... pathsAndTexts) {
        Resolver resolver = new Resolver(Programs.of(pathsAndTexts));
        CallCatalogue catalogue = CallCatalogue.standard();
        return new Violations(
                        resolver, new LayerReader(resolver, catalogue, LayerOptions.FOUND).read(), catalogue, settings)
                .find();
    }
}
