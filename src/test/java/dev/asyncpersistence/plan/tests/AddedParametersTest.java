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
package dev.asyncpersistence.plan.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lines of the calls that may pass what is added, and what that is. */
@ExtendWith(PythonForTests.class)
class AddedParametersTest {
    private static final AnnotationForm DB = new AnnotationForm("object", AnnotationForm.Shape.PLAIN, false);

    private static final Suite SUITE = Suite.of("app/m.py", """
            from dataclasses import dataclass
            class Service:
                def __init__(self, db): pass
            @dataclass
            class Config:
                db: object
            class Plain:
                db = None
            def run(db): pass
            """, "tests/test_m.py", """
            from app.m import *
            def test():
                Service(1)
                Config(1)
                Plain()
                run(1)
                Service(2)
            """);

    @Test
    void ofConstructorsAndFunctions() {
        assertThat(calls(parameter("app.m.Service.__init__", "async_db"))).isEqualTo("{3=[async_db], 7=[async_db]}");
        assertThat(calls(parameter("app.m.run", "async_db"))).isEqualTo("{6=[async_db]}");
    }

    @Test
    void severalOfOneFunction() {
        assertThat(calls(parameter("app.m.run", "one"), parameter("app.m.run", "two")))
                .isEqualTo("{6=[one, two]}");
    }

    @Test
    void fieldsOfDataclasses() {
        assertThat(calls(field("app.m.Config", new Expr.Name("async_db"), DB))).isEqualTo("{4=[async_db]}");
    }

    @Test
    void otherAssignmentsAreNoFields() {
        assertThat(calls(field("app.m.Config", new Expr.Name("async_db"), null)))
                .isEqualTo("{}");
        assertThat(calls(field("app.m.Plain", new Expr.Name("async_db"), DB))).isEqualTo("{}");
        assertThat(calls(field("app.m.run", new Expr.Name("async_db"), DB))).isEqualTo("{}");
        assertThat(calls(field("app.m.Config", new Expr.Attribute(new Expr.Name("self"), "async_db"), DB)))
                .isEqualTo("{}");
        assertThat(calls()).isEqualTo("{}");
    }

    private static Edit parameter(String function, String name) {
        return edit(function, new ParameterChange(SUITE.function(function).id(), name, null, null, null));
    }

    private static Edit field(String scope, Expr target, @Nullable AnnotationForm annotation) {
        return edit(
                scope,
                new StatementChange(
                        UUID.randomUUID(), StatementChange.Place.BEHIND, target, annotation, Expr.Opaque.NONE));
    }

    private static Edit edit(String scope, Change change) {
        return new Edit("app/m.py", scope, change, 1);
    }

    private static String calls(Edit... edits) {
        Map<Integer, Object> lines = new TreeMap<>();
        new AddedParameters(List.of(edits), SUITE.resolver(), SUITE.uses())
                .calls()
                .forEach((site, names) -> lines.put(site.location().line(), names));
        return lines.toString();
    }
}
