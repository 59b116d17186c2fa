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
package dev.asyncpersistence.model.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.TestPython;
import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** What expressions keep of lambdas, dicts and arguments, and by which nodes they are found again. */
@ExtendWith(PythonForTests.class)
class ExprReaderTest {

    @Test
    void lambdasKnowWhatTheyGive() {
        assertThat(value("lambda key: store.load")).isInstanceOfSatisfying(Expr.Opaque.class, opaque -> {
            assertThat(opaque.none()).isFalse();
            assertThat(requireNonNull(opaque.lambda()).result())
                    .isEqualTo(new Expr.Attribute(new Expr.Name("store"), "load"));
        });
        assertThat(value("1 + 2")).isEqualTo(Expr.Opaque.VALUE);
        assertThat(value("None")).isEqualTo(Expr.Opaque.NONE);
    }

    @Test
    void dictsKnowTheirKeys() {
        assertThat(value("{'a.b': c, d: e}"))
                .isEqualTo(new Expr.Display(
                        List.of(new Expr.Name("c"), new Expr.Name("e")),
                        List.of(new Expr.Text("a.b"), new Expr.Name("d"))));
        // What is unpacked has no key, but its place.
        assertThat(value("{**a, 'b': c}")).isInstanceOfSatisfying(Expr.Display.class, dict -> {
            assertThat(dict.keys()).containsExactly(Expr.Opaque.VALUE, new Expr.Text("b"));
            assertThat(dict.elements()).hasSize(2).endsWith(new Expr.Name("c"));
        });
        assertThat(value("[a]")).isEqualTo(new Expr.Display(List.of(new Expr.Name("a"))));
        assertThat(value("{a}")).isEqualTo(new Expr.Display(List.of(new Expr.Name("a"))));
    }

    @Test
    void emptyDisplaysHaveNoElements() {
        assertThat(List.of(value("()"), value("[]"), value("{}"))).containsOnly(new Expr.Display(List.of()));
    }

    @Test
    void unpackedNamesKnowTheirPlace() {
        ModuleModel module = Programs.module("pkg/m.py", "a, b = f\n");
        assertThat(bound(module, "b")).isEqualTo(new Expr.Element(new Expr.Name("f"), 1));
    }

    // --- nodes

    private static final String TEXT = """
            def f(a, *args, **kw):
                a.b = 1
                a.b.c = d = 2
                a.e, x = 3, 4
                a.g: int = 5
                g(a.h, k=a.i, *args, **kw)
                g(lambda: a.j, [a.k], g(1))
                return a.l if a else f"{a.m}"
            """;

    @Test
    void argumentsShareTheirNodesWithTheTree() {
        Sample sample = Sample.of(TEXT);
        List<Expr.Argument> arguments = sample.module.allCalls().stream()
                .map(CallSite::call)
                .flatMap(call -> call.arguments().stream())
                .toList();
        assertThat(arguments)
                .hasSize(8)
                .allSatisfy(each ->
                        assertThat(ExprReader.read(sample.tree(each.id()))).isEqualTo(each.value()));
    }

    @Test
    void lambdasShareTheirNodesWithTheTree() {
        Sample sample = Sample.of("x = lambda: 1\n");
        Expr.Opaque opaque = (Expr.Opaque) bound(sample.module, "x");
        assertThat(sample.tree(requireNonNull(opaque.lambda()).id())).isInstanceOf(J.Lambda.class);
    }

    @Test
    void chainsThatAreReadShareTheirNodesWithTheTree() {
        Sample sample = Sample.of(TEXT);
        List<Reference> references = sample.module.allReferences();
        assertThat(references.stream().filter(each -> each.id() != null))
                .extracting(each -> each.expr().display())
                .contains("a.h", "a.i", "a.j", "a.k", "a.l", "args", "kw")
                .doesNotContain("a.b");
        assertThat(references)
                .filteredOn(each -> each.id() != null)
                .allSatisfy(each ->
                        assertThat(ExprReader.read(sample.tree(each.id()))).isEqualTo(each.expr()));
    }

    /** Assignments that do something else, too, are not statements that may go or stay with the attribute. */
    @Test
    void assignmentsShareTheirNodesWithTheTree() {
        Sample sample = Sample.of(TEXT);
        List<AttributeWrite> writes = sample.module.attributeWrites();
        assertThat(writes)
                .extracting(each -> each.target().display() + "." + each.attr() + " " + (each.statement() != null))
                .containsExactly("a.b true", "a.b.c false", "a.e false", "a.g true");
        assertThat(writes).allSatisfy(each -> {
            assertThat(ExprReader.read(sample.tree(each.id())))
                    .isEqualTo(new Expr.Attribute(each.target(), each.attr()));
            if (each.statement() != null) {
                assertThat(sample.tree(each.statement().id())).isNotNull();
            }
        });
    }

    /** A module, and its tree's nodes by their identities. */
    private record Sample(ModuleModel module, Map<UUID, Tree> trees) {
        static Sample of(String text) {
            Py.CompilationUnit tree = TestPython.parse("pkg/m.py", text);
            Map<UUID, Tree> trees = new HashMap<>();
            new PythonVisitor<Integer>() {
                @Override
                public J preVisit(J each, Integer p) {
                    trees.put(each.getId(), each);
                    return each;
                }
            }.visit(tree, 0);
            return new Sample(ModuleReader.read(tree, "pkg/m.py"), trees);
        }

        Tree tree(@Nullable UUID id) {
            return requireNonNull(trees.get(Objects.requireNonNull(id)), id.toString());
        }
    }

    private static Expr value(String code) {
        return bound(Programs.module("pkg/m.py", "x = " + code + "\n"), "x");
    }

    private static Expr bound(ModuleModel module, String name) {
        List<Binding> bindings = requireNonNull(module.globals().get(name), name);
        assertThat(bindings).hasSize(1);
        return bindings.get(0).value();
    }
}
