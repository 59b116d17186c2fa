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
package dev.asyncpersistence.plan.change;

import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Parameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine function is written that runs a sync one on a thread. Its parameters, annotations and docstring are copies of the sync one's.
 *
 * @param id identity of the new definition, so that another change can name it
 * @param anchor identity of the definition that it is put beside
 * @param behind whether it is put behind the anchor, not before it
 * @param copied identity of the sync function, which may stand in another file
 * @param name its own name
 * @param instance what it calls its instance, where the sync function is no method and has none; otherwise null
 * @param callee what is run on the thread: names, attributes and calls without arguments
 * @param passed the parameters that are passed on
 * @param returning whether it returns what the sync function does
 */
public record MethodChange(
        UUID id,
        UUID anchor,
        boolean behind,
        UUID copied,
        String name,
        @Nullable String instance,
        Expr callee,
        List<Parameter> passed,
        boolean returning)
        implements Change {}
