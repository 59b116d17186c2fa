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
package dev.asyncpersistence.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.plan.EntryPoint.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class EntryPointCatalogueTest {
    private final EntryPointCatalogue catalogue = EntryPointCatalogue.standard();

    @Test
    void knowsEachSection() {
        assertThat(catalogue.ofDecorator("websocket")).isEqualTo(Kind.REQUEST);
        assertThat(catalogue.ofDecorator("on")).isEqualTo(Kind.MESSAGE);
        assertThat(catalogue.ofDecorator("scheduled_job")).isEqualTo(Kind.PERIODIC);
        assertThat(catalogue.ofDecorator("on_event")).isEqualTo(Kind.STARTUP);
        assertThat(catalogue.ofRegistration("add_get")).isEqualTo(Kind.REQUEST);
        assertThat(catalogue.ofRegistration("on")).isEqualTo(Kind.MESSAGE);
        assertThat(catalogue.ofKeyword("lifespan")).isEqualTo(Kind.STARTUP);
        assertThat(catalogue.ofFunction("on_message")).isEqualTo(Kind.MESSAGE);
        assertThat(catalogue.ofFunction("__lifespan")).isEqualTo(Kind.STARTUP);
    }

    @Test
    void knowsNamesByHowTheyBegin() {
        assertThat(catalogue.ofDecorator("on_room_entered")).isEqualTo(Kind.MESSAGE);
        assertThat(catalogue.ofDecorator("on_shutdown")).isEqualTo(Kind.STARTUP);
        assertThat(catalogue.ofDecorator("once")).isNull();
        assertThat(catalogue.ofRegistration("register_effect")).isEqualTo(Kind.MESSAGE);
        assertThat(catalogue.ofRegistration("unregister")).isNull();
    }

    @Test
    void saysNothingOfOthers() {
        assertThat(catalogue.ofDecorator("property")).isNull();
        assertThat(catalogue.ofRegistration("print")).isNull();
        assertThat(catalogue.ofKeyword("key")).isNull();
        assertThat(catalogue.ofFunction("get_room")).isNull();
    }

    @Test
    void knowsWhoseSyncFunctionsRunOnThreads() {
        assertThat(catalogue.runsOnThread("fastapi.APIRouter().get", "get")).isTrue();
        assertThat(catalogue.runsOnThread("click.command", "command")).isTrue();
        assertThat(catalogue.runsOnThread("fastapi.FastAPI().on_event", "on_event"))
                .isFalse();
        assertThat(catalogue.runsOnThread("quart.Quart().before_serving", "before_serving"))
                .isTrue();
        assertThat(catalogue.runsOnThread("sanic.Sanic().get", "get")).isFalse();
        assertThat(catalogue.runsOnThread("fastapix.get", "get")).isFalse();
    }

    @Test
    void holdsNothingButNamesOfKnownKinds() throws IOException {
        Map<String, Map<String, List<Object>>> document;
        try (InputStream in = Objects.requireNonNull(
                EntryPointCatalogue.class.getResourceAsStream("/dev/asyncpersistence/plan/entry-points.yml"))) {
            document = new Yaml().load(in);
        }

        assertThat(document).containsOnlyKeys("decorators", "registrations", "keywords", "functions", "threads");
        assertThat(document.remove("threads")).containsOnlyKeys("modules", "startup");
        document.forEach((section, kinds) -> {
            assertThat(kinds.keySet()).as(section).isSubsetOf("request", "message", "periodic", "startup");
            // YAML reads a bare `on` as true.
            assertThat(kinds.values().stream().flatMap(List::stream))
                    .as(section)
                    .allSatisfy(name -> assertThat(name)
                            .isInstanceOf(String.class)
                            .asString()
                            .matches("\\w+\\*?"));
            assertThat(kinds.values().stream().flatMap(List::stream))
                    .as(section)
                    .doesNotHaveDuplicates();
        });
    }
}
