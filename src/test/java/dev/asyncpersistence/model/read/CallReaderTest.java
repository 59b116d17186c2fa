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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.TestPython;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.GeneratorExpression;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Programs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** What stands around a call; in a sample, {@code probe} is the one asked for. */
@ExtendWith(PythonForTests.class)
class CallReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "probe() | ''",
                "with a: probe() | a",
                "with a.b as c: probe() | a.b",
                "with a() as b, c: probe() | a() c",
                "with (a as b, c as d): probe() | a c",
                "with a:\\n        with b: probe() | a b",
                "with a:\\n        async with b: probe() | a",
                "async with a: probe() | ''",
                "async with a:\\n        with b: probe() | b",
                "with a:\\n        if b: x = [probe() for c in d] | a",
                "with a:\\n        try: pass\\n        finally: probe() | a",
                "with a: pass\\n    probe() | ''",
                "try: probe()\\n    finally: pass | ''",
                "with probe(): pass | ''",
                "with a as b, probe() as c: pass | a",
                "with a, b(probe()), c: pass | a",
                "async with a, probe(): pass | ''",
                "with a:\\n        def g(): probe() | ''",
                "with a:\\n        def g():\\n            with b: probe() | b",
                "with a:\\n        class C:\\n            def g(self): probe() | ''",
                "with a:\\n        class C: probe() | a",
                "with a:\\n        def g(): pass\\n        probe() | a",
                "with a:\\n        def g(x=probe()): pass | a",
            })
    void knowsTheManagersAround(String code, String expected) {
        assertThat(probe("async def f():\n    " + code + "\n").managers().stream()
                        .map(Expr::display)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "probe() | ''",
                "try: probe()\\n    except A: pass | A",
                "try: probe()\\n    except A as e: pass\\n    except b.C: pass | A b.C",
                "try: probe()\\n    except: pass | BaseException",
                "try: probe()\\n    except A: pass\\n    finally: pass | A",
                "try: probe()\\n    finally: pass | ''",
                "try:\\n        try: probe()\\n        except A: pass\\n    except B: pass | B A",
                "with a:\\n        try: probe()\\n        except A: pass | A",
                // Of the body alone.
                "try: pass\\n    except A: probe() | ''",
                "try: pass\\n    except A: pass\\n    else: probe() | ''",
                "try: pass\\n    except A: pass\\n    finally: probe() | ''",
                "try: pass\\n    except A: pass\\n    probe() | ''",
                "try:\\n        def g(): probe()\\n    except A: pass | ''",
            })
    void knowsWhatIsCaught(String code, String expected) {
        assertThat(probe("async def f():\n    " + code + "\n").caught().stream()
                        .map(Expr::display)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "any(probe() for a in b) | any",
                "any((probe() for a in b)) | any",
                "x.join(probe() for a in b) | x.join",
                "g()(probe() for a in b) | g()",
                "any(x(probe()) for a in b) | any",
                "any(a for a in b if probe()) | any",
                "any(c for a in b for c in probe()) | any",
                "h(any(probe() for a in b)) | any",
                "sum((probe() for a in b), 1) | nothing",
                "sum(1, *(probe() for a in b)) | nothing",
                "g(k=(probe() for a in b)) | nothing",
                "x = (probe() for a in b) | nothing",
                "for a in (probe() for a in b): pass | nothing",
            })
    void knowsTheGeneratorExpressionAround(String code, String expected) {
        CallSite probe = probe("def f():\n    " + code + "\n");
        assertThat(probe.place()).isEqualTo(CallSite.Place.GENERATOR_EXPRESSION);
        assertThat(consumer(probe)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "any(probe(), a) | BODY",
                "any([probe() for a in b]) | COMPREHENSION",
                "any({probe(): 1 for a in b}) | COMPREHENSION",
                "any(a for a in probe()) | BODY",
                "[any(a for a in probe()) for b in c] | COMPREHENSION",
                "any([probe() for a in b] for c in d) | GENERATOR_EXPRESSION",
                "[any(probe() for a in b) for c in d] | GENERATOR_EXPRESSION",
                "any(sum(probe() for a in b) for c in d) | GENERATOR_EXPRESSION",
                "any(1 for a in b)\\n    probe() | BODY",
            })
    void hasNoGeneratorExpressionOfItsOwn(String code, CallSite.Place place) {
        CallSite probe = probe("def f():\n    " + code + "\n");
        assertThat(probe.generator()).isNull();
        assertThat(probe.place()).isEqualTo(place);
    }

    /** It is made once for each element of the outer expression; an {@code await} in it would be the outer one's. */
    @Test
    void countsTheFirstIterableToWhatIsAround() {
        assertThat(consumer(probe("any(sum(a for a in probe()) for b in c)\n"))).isEqualTo("any");
        assertThat(consumer(probe("any([a for a in probe()] for b in c)\n"))).isEqualTo("any");
    }

    @Test
    void sharesIdentityWithTheTree() {
        String text = """
                @g(1)
                def f():
                    return a(b.c() for x in y)
                class A:
                    async def f(self): pass
                """;
        Py.CompilationUnit tree = TestPython.parse("pkg/m.py", text);
        ModuleModel module = ModuleReader.read(tree, "pkg/m.py");
        Map<String, UUID> expected = ids(tree);

        Map<String, UUID> read = new LinkedHashMap<>();
        for (CallSite site : module.allCalls()) {
            assertThat(site.id()).isEqualTo(site.call().id());
            read.put("call " + site.call().callee().display(), site.id());
            GeneratorExpression generator = site.generator();
            if (generator != null) {
                read.put("generator", generator.id());
            }
        }
        module.functions().values().forEach(f -> read.put("def " + f.qualifiedName(), f.id()));
        assertThat(read).containsExactlyInAnyOrderEntriesOf(expected);

        ModuleModel again = ModuleReader.read(tree, "pkg/m.py");
        assertThat(again.allCalls()).containsExactlyInAnyOrderElementsOf(module.allCalls());
        assertThat(again.functions().values())
                .extracting(FunctionModel::id)
                .containsExactlyElementsOf(module.functions().values().stream()
                        .map(FunctionModel::id)
                        .toList());
    }

    private static Map<String, UUID> ids(Py.CompilationUnit tree) {
        Map<String, UUID> result = new LinkedHashMap<>();
        new PythonVisitor<Map<String, UUID>>() {
            @Override
            public J visitMethodInvocation(J.MethodInvocation call, Map<String, UUID> ids) {
                ids.put("call " + ExprReader.callee(call).display(), call.getId());
                return super.visitMethodInvocation(call, ids);
            }

            @Override
            public J visitAnnotation(J.Annotation decorator, Map<String, UUID> ids) {
                ids.put("call " + decorator.getSimpleName(), decorator.getId());
                return super.visitAnnotation(decorator, ids);
            }

            @Override
            public J visitMethodDeclaration(J.MethodDeclaration method, Map<String, UUID> ids) {
                boolean inClass = getCursor().firstEnclosing(J.ClassDeclaration.class) != null;
                ids.put("def pkg.m." + (inClass ? "A." : "") + method.getSimpleName(), method.getId());
                return super.visitMethodDeclaration(method, ids);
            }

            @Override
            public J visitComprehensionExpression(Py.ComprehensionExpression expression, Map<String, UUID> ids) {
                ids.put("generator", expression.getId());
                return super.visitComprehensionExpression(expression, ids);
            }
        }.visit(tree, result);
        return result;
    }

    private static String consumer(CallSite site) {
        GeneratorExpression generator = site.generator();
        assertThat(generator).isNotNull();
        return generator.consumer() == null ? "nothing" : generator.consumer().display();
    }

    private static CallSite probe(String text) {
        return Programs.module("pkg/m.py", text.replace("\\n", "\n")).allCalls().stream()
                .filter(site -> site.call().callee().equals(new Expr.Name("probe")))
                .findFirst()
                .orElseThrow();
    }
}
