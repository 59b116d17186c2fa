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

import dev.asyncpersistence.model.Expr;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardReferencesTest {
    private static final Expr LAYER = new Expr.Name("Layer");

    @Test
    void readsNames() {
        assertThat(ForwardReferences.parse("Layer")).isEqualTo(LAYER);
        assertThat(ForwardReferences.parse(" Layer ")).isEqualTo(LAYER);
        assertThat(ForwardReferences.parse("app.db.Layer").dotted()).isEqualTo("app.db.Layer");
    }

    @Test
    void readsUnions() {
        assertThat(ForwardReferences.parse("Layer | None"))
                .isEqualTo(new Expr.AnyOf(List.of(LAYER, new Expr.Name("None"))));
    }

    @Test
    void readsSubscripts() {
        assertThat(ForwardReferences.parse("Optional[Layer]"))
                .isEqualTo(new Expr.Subscript(new Expr.Name("Optional"), List.of(LAYER)));
        assertThat(ForwardReferences.parse("dict[str, list[Layer]]"))
                .isEqualTo(new Expr.Subscript(
                        new Expr.Name("dict"),
                        List.of(new Expr.Name("str"), new Expr.Subscript(new Expr.Name("list"), List.of(LAYER)))));
    }

    @Test
    void readsQuotesInsideQuotes() {
        assertThat(ForwardReferences.parse("Optional['Layer']"))
                .isEqualTo(new Expr.Subscript(new Expr.Name("Optional"), List.of(LAYER)));
    }

    @Test
    void readsParentheses() {
        assertThat(ForwardReferences.parse("(Layer)")).isEqualTo(LAYER);
    }

    @Test
    void resolvesStringsInsideAnnotations() {
        Expr.Text quoted = new Expr.Text("Layer");
        assertThat(ForwardReferences.resolve(new Expr.Subscript(new Expr.Name("Optional"), List.of(quoted))))
                .isEqualTo(new Expr.Subscript(new Expr.Name("Optional"), List.of(LAYER)));
        assertThat(ForwardReferences.resolve(new Expr.AnyOf(List.of(quoted, new Expr.Name("None")))))
                .isEqualTo(new Expr.AnyOf(List.of(LAYER, new Expr.Name("None"))));
    }

    @Test
    void leavesValuesOfLiteralAlone() {
        Expr literal = new Expr.Subscript(new Expr.Name("Literal"), List.of(new Expr.Text("Layer")));
        assertThat(ForwardReferences.resolve(literal)).isEqualTo(literal);
        assertThat(ForwardReferences.parse("Literal['Layer']")).isEqualTo(literal);
    }

    @Test
    void readsOnlyTheTypeOfAnnotated() {
        Expr annotated =
                new Expr.Subscript(new Expr.Name("Annotated"), List.of(new Expr.Text("Layer"), new Expr.Text("text")));
        assertThat(ForwardReferences.resolve(annotated))
                .isEqualTo(new Expr.Subscript(new Expr.Name("Annotated"), List.of(LAYER, new Expr.Text("text"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "1", "f()", "a.", "a[", "a[b", "|", "a |", "a]", "lambda: 0", ".a", "a..b"})
    void doesNotGuess(String text) {
        assertThat(ForwardReferences.parse(text)).isEqualTo(Expr.Opaque.VALUE);
    }

    @Test
    void readsEmptySubscriptInsideCallable() {
        assertThat(ForwardReferences.parse("Callable[[], Layer]"))
                .isEqualTo(new Expr.Subscript(new Expr.Name("Callable"), List.of(new Expr.Display(List.of()), LAYER)));
    }
}
