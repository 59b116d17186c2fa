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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put in the place of {@code load}. */
@ExtendWith(PythonForTests.class)
class ReplacementsTest {
    private static final String APP = """
            class Store:
                def load(self, key): return key
            store = Store()
            def load(key): return store.load(key)
            """;

    private static final String HEAD = """
            from unittest.mock import DEFAULT, patch
            from app import rooms
            from app.rooms import Store, store
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store.load = new | store -> new; argument -1; instance Store",
                "Store.load = new | Store -> new; argument -1; class Store",
                "rooms.load = new | rooms -> new; argument -1; module app.rooms",
                "patch('app.rooms.load') | \"app.rooms\" -> nothing; argument -1; module app.rooms",
                "patch('app.rooms.load', new) | \"app.rooms\" -> new; argument 1; module app.rooms",
                "patch('app.rooms.load', autospec=True, new=new) | \"app.rooms\" -> new; argument 2; module app.rooms",
                "patch(target='app.rooms.load') | \"app.rooms\" -> nothing; argument -1; module app.rooms",
                "patch('app.rooms.Store.load', new) | \"app.rooms.Store\" -> new; argument 1; class Store",
                "patch('app.rooms.store.load') | \"app.rooms.store\" -> nothing; argument -1; instance Store",
                "patch.object(Store, 'load') | Store -> nothing; argument -1; class Store",
                "patch.object(store, 'load', new) | store -> new; argument 2; instance Store",
                "patch.object(target=store, attribute='load', new=new) | store -> new; argument 2; instance Store",
                "patch.multiple(Store, load=new) | Store -> new; argument 1; class Store",
                "patch.multiple('app.rooms', load=DEFAULT) | \"app.rooms\" -> nothing; argument 1; module app.rooms",
                "monkeypatch.setattr(store, 'load', new) | store -> new; argument 2; instance Store",
                "monkeypatch.setattr(store, name='load', value=new) | store -> new; argument 2; instance Store",
                "monkeypatch.setattr('app.rooms.load', new) | \"app.rooms\" -> new; argument 1; module app.rooms",
                "monkeypatch.setattr('app.rooms.load', new, raising=False)"
                        + " | \"app.rooms\" -> new; argument 1; module app.rooms",
                "setattr(rooms, 'load', new) | rooms -> new; argument 2; module app.rooms",
                // Of these, nobody knows whose attribute it is.
                "unknown.load = new | unknown -> new; argument -1;",
                "patch('elsewhere.load', new) | \"elsewhere\" -> new; argument 1;",
                "patch('app.rooms.Stall.load', new) | \"app.rooms.Stall\" -> new; argument 1;",
            })
    void findsReplacements(String code, String expected) {
        assertThat(inTest(code)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patch('load', new)",
                "patch(name, new)",
                "patch.object(store, name, new)",
                "patch.object(store)",
                "patch.dict('app.rooms.load', new)",
                "patch.multiple(target=store)",
                "monkeypatch.delattr(store, 'load')",
                "delattr(store, 'load')",
                "store.loaded = new",
                "load = new",
                "store.load(new)",
            })
    void leavesOtherCalls(String code) {
        assertThat(inTest(code)).isEmpty();
    }

    @Test
    void eachOfSeveral() {
        Doubles doubles = Followed.doubles(
                "app/rooms.py",
                APP,
                "tests/test_rooms.py",
                HEAD + "def test(new): patch.multiple(Store, load=new, save=new); patch.object(store, 'load')\n");
        assertThat(doubles.replacements().named("load")).hasSize(2);
        assertThat(doubles.replacements().named("save")).hasSize(1);
        assertThat(doubles.replacements().named("other")).isEmpty();
        assertThat(doubles.replacements().all()).hasSize(3);
    }

    /** Assignments count wherever they stand; calls that replace something belong to tests. */
    @Test
    void inTheCodeUnderTest() {
        assertThat(replacements("app/rooms.py", APP + "store.load = new\n")).hasSize(1);
        assertThat(replacements("app/rooms.py", APP + "setattr(store, 'load', new)\n"))
                .isEmpty();
    }

    @Test
    void knowsTheOwnersArgument() {
        Doubles doubles = Followed.doubles(
                "app/rooms.py",
                APP,
                "tests/test_rooms.py",
                HEAD + "def test(): patch.object(store, 'load')\ndef test_text(): patch('app.rooms.load')\n");
        List<Replacement> found = doubles.replacements().named("load");
        assertThat(found)
                .filteredOn(each -> each.scope().endsWith(".test"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.ownerId()).isNotNull();
                    assertThat(each.call()).isNotNull();
                    assertThat(each.statement()).isNull();
                });
        assertThat(found)
                .filteredOn(each -> each.scope().endsWith(".test_text"))
                .singleElement()
                .satisfies(each -> assertThat(each.ownerId()).isNull());
    }

    @Test
    void knowsAssignmentsThatDoNothingElse() {
        Doubles doubles =
                Followed.doubles("tests/test_rooms.py", "def test(a, b):\n    a.load = 1\n    a.save = b.save = 2\n");
        assertThat(doubles.replacements().named("load")).singleElement().satisfies(each -> {
            assertThat(each.statement()).isNotNull();
            assertThat(each.target()).isNotNull();
            assertThat(each.call()).isNull();
        });
        assertThat(doubles.replacements().named("save"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.statement()).isNull());
    }

    private static List<String> inTest(String code) {
        return replacements(
                "app/rooms.py", APP, "tests/test_rooms.py", HEAD + "def test(monkeypatch, new, name): " + code + "\n");
    }

    private static List<String> replacements(String... pathsAndTexts) {
        Replacements replacements = Followed.doubles(pathsAndTexts).replacements();
        return replacements.named("load").stream()
                .map(each -> text(each, replacements))
                .toList();
    }

    private static String text(Replacement each, Replacements replacements) {
        String owners =
                replacements.owners(each).stream().map(ReplacementsTest::text).collect(Collectors.joining(" "));
        return (each.owner().display() + " -> "
                        + (each.value() == null ? "nothing" : each.value().display()) + "; argument " + each.argument()
                        + "; " + owners)
                .strip();
    }

    private static String text(Value value) {
        if (value instanceof Value.ModuleObject module) {
            return "module " + module.module().name();
        }
        if (value instanceof Value.ClassObject type) {
            return "class " + type.type().name();
        }
        return value instanceof Value.Instance instance
                ? "instance " + instance.type().name()
                : "";
    }
}
