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
package dev.asyncpersistence.source;

import org.jspecify.annotations.Nullable;
import org.openrewrite.python.tree.Py;

/**
 * How parsing one text went.
 *
 * @param tree the tree, if it went well
 * @param form what to give back to the tree's text after printing
 * @param failure what went wrong otherwise
 * @param isFinal whether trying again is no use, because it is the text's fault
 */
record Attempt(
        PythonText text,
        @Nullable TextForm form,
        Py.@Nullable CompilationUnit tree,
        @Nullable Unparsable failure,
        boolean isFinal) {

    static Attempt succeeded(PythonText text, TextForm form, Py.CompilationUnit tree) {
        return new Attempt(text, form, tree, null, true);
    }

    static Attempt failed(PythonText text, Unparsable failure) {
        return new Attempt(text, null, null, failure, true);
    }

    /** The exchange with the Python process broke off. */
    static Attempt broken(PythonText text, String reason) {
        return unreliable(text, "the Python process that parsed it failed twice: " + reason);
    }

    /** There was an answer, but it makes no tree. */
    static Attempt unreadable(PythonText text, String reason) {
        return unreliable(text, "no tree can be made of it: " + reason);
    }

    private static Attempt unreliable(PythonText text, String cause) {
        return new Attempt(text, null, null, new Unparsable(text.path(), 0, ParseFailures.firstLine(cause)), false);
    }
}
