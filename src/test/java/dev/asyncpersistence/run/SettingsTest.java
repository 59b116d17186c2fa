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
package dev.asyncpersistence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.plan.reach.ReachOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void findsLayersByItselfWithoutOptions() {
        assertThat(Settings.of(null, null, null, null, null))
                .isEqualTo(new Settings(LayerOptions.FOUND, ReachOptions.FOUND, List.of(), null, null));
        assertThat(Settings.of(" ", " ", ";", null, null).layers()).isEqualTo(LayerOptions.FOUND);
    }

    @Test
    void takesListsApart() {
        Settings settings = Settings.of(" a.B ; c.d;", " a.AsyncB ", "get = fetch; save=put;", "python3", "calls.yml");

        assertThat(settings.layers().syncLayers()).containsExactly("a.B", "c.d");
        assertThat(settings.layers().asyncLayer()).isEqualTo("a.AsyncB");
        assertThat(settings.layers().renames()).isEqualTo(Map.of("get", "fetch", "save", "put"));
        assertThat(settings.python()).isEqualTo("python3");
        assertThat(settings.catalogue()).isEqualTo("calls.yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "=fetch", " = fetch", "get=", "get= ", "a=b=c", "a=b,c=d"})
    void rejectsRenamesOfAnotherForm(String renames) {
        assertThatThrownBy(() -> Settings.of(null, null, "save=put;" + renames, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("renames")
                .hasMessageContaining("`" + renames.strip() + "`");
    }
}
