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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What pytest runs tests and fixtures with, once for each: {@code parametrize("load", [one, lambda key: 2])}, {@code fixture(params=[one, two])}. */
public final class Parametrized {
    private static final Expr REQUEST = new Expr.Name("request");

    private final Program program;

    /**
     * A value.
     *
     * @param scope in which it is written
     */
    public record Case(Expr value, String scope) {}

    Parametrized(Program program) {
        this.program = program;
    }

    /** What a parameter of a test is run with. */
    public List<Case> of(FunctionModel test, String parameter) {
        List<Case> result = new ArrayList<>();
        test.decorators().forEach(each -> add(each, parameter, test.enclosingScope(), result));
        ClassModel type = test.className() == null ? null : program.classNamed(test.className());
        if (type != null) {
            type.decorators().forEach(each -> add(each, parameter, type.enclosingScope(), result));
            addMarks(type.attributes(), parameter, result);
        }
        if (Fixtures.isTest(test)) {
            addMarks(program.moduleOf(test.qualifiedName()).globals(), parameter, result);
        }
        return result;
    }

    /** {@code pytestmark = pytest.mark.parametrize(...)}, or a list of marks, in a class or module. */
    private static void addMarks(Map<String, List<Binding>> names, String parameter, List<Case> result) {
        for (Binding each : names.getOrDefault("pytestmark", List.of())) {
            List<Expr> marks = each.value() instanceof Expr.Display list ? list.elements() : List.of(each.value());
            marks.forEach(mark -> add(mark, parameter, each.scope(), result));
        }
    }

    private static void add(Expr decorator, String parameter, String scope, List<Case> result) {
        if (!(decorator instanceof Expr.Call call) || !"parametrize".equals(Program.lastName(call.callee()))) {
            return;
        }
        Expr named = Keywords.at(call, 0, "argnames");
        List<String> names = names(named);
        int index = names.indexOf(parameter);
        if (index >= 0 && Keywords.at(call, 1, "argvalues") instanceof Expr.Display cases) {
            boolean alone = names.size() == 1 && named instanceof Expr.Text;
            for (Expr each : cases.elements()) {
                Expr value = alone ? alone(each) : at(each, index);
                if (value != null) {
                    result.add(new Case(value, scope));
                }
            }
        }
    }

    private static List<String> names(@Nullable Expr argument) {
        if (argument instanceof Expr.Text text) {
            return Arrays.stream(text.value().split(","))
                    .map(String::trim)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
        return argument instanceof Expr.Display list
                ? list.elements().stream()
                        .map(each -> each instanceof Expr.Text text ? text.value() : "")
                        .toList()
                : List.of();
    }

    private static @Nullable Expr alone(Expr value) {
        return isParam(value) ? at(value, 0) : value;
    }

    /** One of the values of a tuple, or of {@code pytest.param(1, 2)}. */
    private static @Nullable Expr at(Expr values, int index) {
        if (isParam(values)) {
            List<Expr.Argument> arguments = ((Expr.Call) values).arguments();
            return index < arguments.size() && arguments.get(index).keyword() == null
                    ? arguments.get(index).value()
                    : null;
        }
        return values instanceof Expr.Display tuple && index < tuple.elements().size()
                ? tuple.elements().get(index)
                : null;
    }

    private static boolean isParam(Expr value) {
        return value instanceof Expr.Call call && "param".equals(Program.lastName(call.callee()));
    }

    /** What {@code request.param} is in the fixture around a scope; nothing for other attributes. */
    public List<Case> of(Expr.Attribute attribute, String scope) {
        FunctionModel fixture = program.function(scope);
        if (fixture == null
                || !attribute.attr().equals("param")
                || !attribute.value().equals(REQUEST)) {
            return List.of();
        }
        List<Case> result = new ArrayList<>();
        for (Expr decorator : fixture.decorators()) {
            if (decorator instanceof Expr.Call call && Keywords.of(call, "params") instanceof Expr.Display cases) {
                cases.elements().stream()
                        .map(Parametrized::alone)
                        .filter(Objects::nonNull)
                        .forEach(value -> result.add(new Case(value, fixture.enclosingScope())));
            }
        }
        return result;
    }
}
