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
package dev.asyncpersistence.plan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.plan.methods.Profile.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @Test
    void readsLinesWithAndWithoutAHeader() {
        assertThat(Profile.parse("p.csv", "method,calls\nload,12\n\n app.db.Store.save , \"3\"\r\n")
                        .entries())
                .containsExactly(
                        new Entry(new MethodName("", "load"), 12, 2),
                        new Entry(new MethodName("app.db.Store", "save"), 3, 4));
        assertThat(Profile.parse("p.csv", "\uFEFFload,1").entries())
                .containsExactly(new Entry(new MethodName("", "load"), 1, 1));
        assertThat(Profile.parse("p.csv", "").entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "load,1,2", "load,many", "load,-1", "load,1.5", ",1", "load-all,1", "x.,1"})
    void saysWhichLineIsWrong(String line) {
        assertThatThrownBy(() -> Profile.parse("p.csv", "method,calls\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("p.csv:2: `" + line + "` is not of the form `method,calls`");
    }

    /** A header names its columns; a line with one column is a mistake. */
    @Test
    void firstLineMayBeWrongToo() {
        assertThatThrownBy(() -> Profile.parse("p.csv", "load;12")).hasMessageStartingWith("p.csv:1: `load;12`");
    }
}
