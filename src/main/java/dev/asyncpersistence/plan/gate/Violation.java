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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.model.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A call that the gate is there to keep out.
 *
 * @param function the function around the call, with its classes and without its module; empty in module and class bodies
 * @param call the callee as written, arguments left out
 * @param certain whether it does harm for sure; if not, it is listed, and nothing fails
 * @param explanation what happens
 * @param advice what to do
 */
public record Violation(
        Kind kind,
        SourceLocation location,
        String function,
        String call,
        boolean certain,
        String explanation,
        String advice) {

    /** What is wrong. The names are part of the format of reports and baselines. */
    public enum Kind {
        /** A call of a blocking layer method on the event loop. */
        BLOCKING_CALL,
        /** A coroutine that nobody awaits. */
        UNAWAITED_COROUTINE,
        /** {@code asyncio.run()} and the like in code that is not the start of a program. */
        LOOP_IN_LIBRARY
    }

    /** A function's name with its classes and the functions around it. */
    static String nameOf(@Nullable FunctionModel function, Program program) {
        if (function == null) {
            return "";
        }
        String module = program.moduleOf(function.qualifiedName()).name();
        return function.qualifiedName().substring(module.length() + 1);
    }

    /** In one line: what is wrong where, and what to do. */
    public String display() {
        String place = function.isEmpty() ? "" : " in " + function;
        return location + ": " + kind + " " + call + place + ": " + explanation + "; " + advice;
    }
}
