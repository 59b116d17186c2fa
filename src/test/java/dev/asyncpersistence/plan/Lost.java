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

import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.Programs;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.graph.Families;
import dev.asyncpersistence.plan.graph.FunctionUses;
import java.util.List;

/** The coroutines that programs lose, as {@code line why}, with a question mark where that isn't certain. */
final class Lost {
    private Lost() {}

    static List<String> in(String... pathsAndTexts) {
        Program program = Programs.of(pathsAndTexts);
        return new LostCoroutines(program, uses(program))
                .find().stream()
                        .map(lost -> lost.call().site().location().line() + " " + verdict(lost))
                        .toList();
    }

    private static String verdict(LostCoroutine lost) {
        return lost.why() + (lost.certain() ? "" : "?");
    }

    /** The verdicts on {@code f()} in a coroutine function of the given body; {@code f} and others are there to be used. */
    static List<String> inBody(String body) {
        String text = """
                import asyncio, inspect
                async def f(*a): return await pool.get(*a)
                async def g(*a): return await pool.get(*a)
                def sync(*a): return bool(a)
                async def handle(self, key, keys):
                """ + body.indent(4);
        Program program = Programs.of("app/m.py", text);
        return new LostCoroutines(program, uses(program))
                .find().stream().map(Lost::verdict).toList();
    }

    static FunctionUses uses(Program program) {
        Resolver resolver = new Resolver(program);
        return new FunctionUses(resolver, new Families(resolver));
    }
}
