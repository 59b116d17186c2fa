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

import dev.asyncpersistence.model.read.ModuleNames;
import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/** {@code if TYPE_CHECKING:} at module level, with what only type checkers need. */
final class TypeCheckingBlock {
    static final String NAME = "TYPE_CHECKING";

    private TypeCheckingBlock() {}

    static boolean isOne(Tree statement) {
        if (!(statement instanceof J.If conditional) || !(conditional.getThenPart() instanceof J.Block)) {
            return false;
        }
        String condition = ModuleNames.dotted(conditional.getIfCondition().getTree());
        return condition.equals(NAME) || condition.endsWith("." + NAME);
    }

    /** The file with the import in its first such block, or in a new one. */
    static Py.CompilationUnit withName(Py.CompilationUnit tree, FromImports imports, String module, String name) {
        Suite file = Suite.of(tree);
        for (int i = 0; i < file.size(); i++) {
            if (isOne(file.get(i))) {
                Suite content = content(file, i, imports.unit()).onLinesOfItsOwn();
                return withContent(file, i, imports.add(content, module, name)).in(tree);
            }
        }
        if (!ModuleBindings.of(tree).bindsAtRuntime(NAME)) {
            file = imports.add(file, "typing", NAME);
        }
        return new ImportPlace(behindImports(file), ImportPlace.Kind.ALONE)
                .insert(file, block(file, imports, module, name))
                .in(tree);
    }

    static Suite content(Suite file, int index, String unit) {
        J.If conditional = (J.If) file.get(index);
        J.Block block = (J.Block) conditional.getThenPart();
        J.If.Else otherwise = conditional.getElsePart();
        Space behind = otherwise == null ? Spaces.of(file.textAbove(index + 1)) : otherwise.getPrefix();
        return new Suite(block.getPadding().getStatements(), behind, false, indent(block, unit), file.lineEnd());
    }

    static Suite withContent(Suite file, int index, Suite content) {
        J.If conditional = (J.If) file.get(index);
        J.Block block = (J.Block) conditional.getThenPart();
        J.If changed = conditional.withThenPart(block.getPadding().withStatements(content.statements()));
        J.If.Else otherwise = changed.getElsePart();
        if (otherwise != null) {
            return file.with(index, changed.withElsePart(otherwise.withPrefix(content.following())));
        }
        return file.with(index, changed).withTextAbove(index + 1, Spaces.text(content.following()));
    }

    private static String indent(J.Block block, String unit) {
        String above = Spaces.text(block.getStatements().get(0).getPrefix());
        return Spaces.hasLineBreak(above) ? Spaces.lastLine(above) : unit;
    }

    private static int behindImports(Suite file) {
        int end = ImportPlace.endOfImports(file);
        while (end > 0 && !file.importAt(end - 1).isImport() && !assignsName(file.get(end - 1))) {
            end--;
        }
        while (file.continuesLine(end)) {
            end++;
        }
        return end;
    }

    private static boolean assignsName(Statement statement) {
        return statement instanceof J.Assignment assignment
                && assignment.getVariable() instanceof J.Identifier name
                && name.getSimpleName().equals(NAME);
    }

    private static J.If block(Suite file, FromImports imports, String module, String name) {
        Suite empty = new Suite(List.of(), Space.EMPTY, false, imports.unit(), file.lineEnd());
        Suite content = imports.add(empty, module, name);
        J.Block block = new J.Block(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(false),
                content.statements(),
                Space.EMPTY);
        J.Identifier condition = ExprTrees.name(NAME).withPrefix(Space.SINGLE_SPACE);
        return new J.If(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                new J.ControlParentheses<>(Tree.randomId(), Space.EMPTY, Markers.EMPTY, JRightPadded.build(condition)),
                JRightPadded.build(block),
                null);
    }
}
