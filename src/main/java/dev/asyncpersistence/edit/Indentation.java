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
package dev.asyncpersistence.edit;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Finds out by what a file is indented. */
final class Indentation {
    private Indentation() {}

    /** One step of its indentation. */
    static String of(Py.CompilationUnit tree) {
        List<String> found = new ArrayList<>();
        new FirstBlock().visit(tree, found);
        return found.isEmpty() ? "    " : found.get(0);
    }

    /** The first indented statement of a file is indented by one step. */
    private static final class FirstBlock extends PythonVisitor<List<String>> {
        @Override
        public J visitBlock(J.Block block, List<String> found) {
            for (Statement each : block.getStatements()) {
                String text = Spaces.text(each.getPrefix());
                if (found.isEmpty()
                        && Spaces.hasLineBreak(text)
                        && !Spaces.lastLine(text).isEmpty()) {
                    found.add(Spaces.lastLine(text));
                }
            }
            return found.isEmpty() ? super.visitBlock(block, found) : block;
        }
    }
}
