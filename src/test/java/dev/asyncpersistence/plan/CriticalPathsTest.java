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

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PythonForTests.class)
class CriticalPathsTest {

    @Test
    void ranksFunctionsByWhoReachesThem() {
        Map<String, Priority> priorities = priorities("""
                import asyncio
                class Service:
                    def request(self): self.both()
                    def startup_only(self): pass
                    def both(self): pass
                    def periodic(self): pass
                    def message(self): pass
                    def unknown(self): pass
                @app.get("/")
                async def index(service: Service): service.request()
                async def lifespan(app, service: Service):
                    service.startup_only()
                    service.both()
                async def tick(service: Service):
                    while True:
                        service.periodic()
                        await asyncio.sleep(1)
                def look(service: Service): service.message()
                COMMANDS = {"look": look}
                """);

        assertThat(priorities)
                .containsEntry("index", Priority.HIGH)
                .containsEntry("request", Priority.HIGH)
                .containsEntry("periodic", Priority.HIGH)
                .containsEntry("message", Priority.HIGH)
                .containsEntry("both", Priority.HIGH)
                .containsEntry("startup_only", Priority.LOW)
                .containsEntry("lifespan", Priority.LOW)
                .containsEntry("unknown", Priority.MEDIUM);
    }

    @Test
    void takesModuleBodiesForStartup() {
        assertThat(new CriticalPaths(new Resolver(Programs.of("app/m.py", "x = 1\n"))).of(null))
                .isEqualTo(Priority.LOW);
    }

    private static Map<String, Priority> priorities(String text) {
        Program program = Programs.of("app/m.py", text);
        CriticalPaths paths = new CriticalPaths(new Resolver(program));
        Map<String, Priority> result = new TreeMap<>();
        for (FunctionModel function : program.functions()) {
            result.put(function.name(), paths.of(function));
        }
        return result;
    }
}
