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

import dev.asyncpersistence.model.read.SourceOrderVisitor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;
import org.openrewrite.python.tree.PySpace;

/**
 * Takes off the comments at the ends of blocks' last lines. In the tree such a comment begins the space of whatever follows the block, and who changes the end of the
 * block has to bring it along.
 *
 * @param comments by the block's last statement, with the spaces before them
 */
record BlockEnds(Py.CompilationUnit tree, Map<UUID, String> comments) {

    /** Without the comments behind some statements, as far as these are the last ones of their blocks. */
    static BlockEnds without(Py.CompilationUnit tree, Set<UUID> statements) {
        Finder finder = new Finder(statements);
        finder.visit(tree, 0);
        Map<UUID, String> comments = new HashMap<>();
        IdentityHashMap<Space, Space> rests = new IdentityHashMap<>();
        finder.following.forEach((statement, space) -> {
            String text = Spaces.text(space);
            String comment = Spaces.untilLineEnd(text);
            if (!comment.isBlank()) {
                comments.put(statement, comment);
                rests.put(space, Spaces.of(Spaces.fromLineEnd(text)));
            }
        });
        return rests.isEmpty()
                ? new BlockEnds(tree, Map.of())
                : new BlockEnds((Py.CompilationUnit) new Replacer(rests).visitNonNull(tree, 0), comments);
    }

    /** Finds the first text behind each statement. */
    private static final class Finder extends SourceOrderVisitor {
        private final Set<UUID> wanted;
        private final Set<UUID> last = new HashSet<>();
        private final Set<UUID> passed = new HashSet<>();
        private final Map<UUID, Space> following = new HashMap<>();

        Finder(Set<UUID> wanted) {
            this.wanted = wanted;
        }

        @Override
        public J visitBlock(J.Block block, Integer p) {
            List<Statement> statements = block.getStatements();
            if (!statements.isEmpty()) {
                last.add(statements.get(statements.size() - 1).getId());
            }
            return super.visitBlock(block, p);
        }

        @Override
        public @Nullable J postVisit(J tree, Integer p) {
            if (wanted.contains(tree.getId()) && last.contains(tree.getId())) {
                passed.add(tree.getId());
            }
            return super.postVisit(tree, p);
        }

        @Override
        public Space visitSpace(@Nullable Space space, Space.Location location, Integer p) {
            if (space != null && !space.isEmpty()) {
                passed.forEach(statement -> following.put(statement, space));
                passed.clear();
            }
            return super.visitSpace(space, location, p);
        }
    }

    /** Replaces spaces; those with comments are no shared objects. */
    private static final class Replacer extends PythonVisitor<Integer> {
        private final IdentityHashMap<Space, Space> spaces;

        Replacer(IdentityHashMap<Space, Space> spaces) {
            this.spaces = spaces;
        }

        @Override
        public Space visitSpace(@Nullable Space space, Space.Location location, Integer p) {
            return space == null ? Space.EMPTY : spaces.getOrDefault(space, space);
        }

        @Override
        public Space visitSpace(@Nullable Space space, PySpace.Location location, Integer p) {
            return visitSpace(space, Space.Location.LANGUAGE_EXTENSION, p);
        }

        /** Made anew, since the printer loses its place where the prefix of such a statement changes. */
        @Override
        public J visitExpressionStatement(Py.ExpressionStatement statement, Integer p) {
            Py.ExpressionStatement visited = (Py.ExpressionStatement) super.visitExpressionStatement(statement, p);
            return visited.getPrefix().equals(statement.getPrefix())
                    ? visited
                    : new Py.ExpressionStatement(Tree.randomId(), visited.getExpression());
        }

        @Override
        public J visitStatementExpression(Py.StatementExpression expression, Integer p) {
            Py.StatementExpression visited = (Py.StatementExpression) super.visitStatementExpression(expression, p);
            return visited.getPrefix().equals(expression.getPrefix())
                    ? visited
                    : new Py.StatementExpression(Tree.randomId(), visited.getStatement());
        }
    }
}
