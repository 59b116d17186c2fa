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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DottedNamesTest {

    @Test
    void namesAndAttributes() {
        assertThat(DottedNames.parse("layer")).isEqualTo(new Expr.Name("layer"));
        assertThat(DottedNames.parse("app.db.layer"))
                .isEqualTo(new Expr.Attribute(new Expr.Attribute(new Expr.Name("app"), "db"), "layer"));
    }

    @Test
    void callsWithoutArguments() {
        assertThat(DottedNames.parse("app.get_layer().load")).isInstanceOfSatisfying(Expr.Attribute.class, load -> {
            assertThat(load.attr()).isEqualTo("load");
            assertThat(load.value()).isInstanceOfSatisfying(Expr.Call.class, call -> {
                assertThat(call.callee()).isEqualTo(new Expr.Attribute(new Expr.Name("app"), "get_layer"));
                assertThat(call.arguments()).isEmpty();
            });
        });
        assertThat(DottedNames.parse("get_layer()"))
                .isInstanceOfSatisfying(
                        Expr.Call.class, call -> assertThat(call.callee()).isEqualTo(new Expr.Name("get_layer")));
    }

    @Test
    void eachCallIsOneOfItsOwn() {
        assertThat(DottedNames.parse("get()")).isNotEqualTo(DottedNames.parse("get()"));
    }
}
