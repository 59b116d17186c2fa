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

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.TestPython;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.ArgumentRemoval;
import dev.asyncpersistence.plan.change.AssignmentRemoval;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.ParameterChange;
import dev.asyncpersistence.plan.change.ParameterRemoval;
import dev.asyncpersistence.plan.change.RequestChange;
import dev.asyncpersistence.plan.change.StatementChange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Changes of what names stand for: every function {@code f}, every call of {@code g}, every assignment to {@code db} or {@code self.db}. */
final class Edited {
    private static final Expr ADDED = new Expr.Name("adb");

    private Edited() {}

    // --- additions

    static String parameter(String text) {
        return parameter(text, null, null);
    }

    static String parameter(String text, @Nullable AnnotationForm annotation, @Nullable String behind) {
        return edited(text, functions(f -> new ParameterChange(f, "adb", annotation, null, behind)));
    }

    static String request(String text, @Nullable String annotation) {
        return edited(text, functions(f -> new RequestChange(f, "adb", annotation)));
    }

    static String argument(String text) {
        return edited(text, calls(g -> new ArgumentChange(g, "adb", ADDED)));
    }

    static String statementBehind(String text) {
        return edited(text, assignments(each -> statement(each, StatementChange.Place.BEHIND)));
    }

    static String statementAtTop(String text) {
        return edited(text, functions(f -> statement(f, StatementChange.Place.TOP_OF_BODY)));
    }

    private static Change statement(UUID anchor, StatementChange.Place place) {
        return new StatementChange(anchor, place, ADDED, null, new Expr.Name("x"));
    }

    // --- removals

    static String withoutParameter(String text) {
        return edited(text, functions(f -> new ParameterRemoval(f, "db")));
    }

    static String withoutArgument(String text, int index) {
        return edited(text, calls(g -> new ArgumentRemoval(g, index)));
    }

    static String withoutStatement(String text) {
        return edited(text, assignments(AssignmentRemoval::new));
    }

    // --- what is changed

    /** Prints the edited tree, and parses what it prints. */
    static String edited(String text, Finder changes) {
        Py.CompilationUnit tree = TestPython.parse(text);
        changes.visit(tree, 0);
        assertThat(changes.found).as("what is to be changed").isNotEmpty();
        String result = FileEditor.edit(tree, changes.found).printAll();
        TestPython.parse(result);
        return result;
    }

    static Finder functions(Function<UUID, Change> change) {
        return trees(J.MethodDeclaration.class, each -> each.getSimpleName().equals("f"), change);
    }

    static Finder calls(Function<UUID, Change> change) {
        return calls("g", change);
    }

    /** Calls by the name that is called, without what it is taken from. */
    static Finder calls(String name, Function<UUID, Change> change) {
        return trees(J.MethodInvocation.class, each -> each.getSimpleName().equals(name), change);
    }

    /** Attributes that aren't called. */
    static Finder attributes(String name, Function<UUID, Change> change) {
        return trees(J.FieldAccess.class, each -> each.getSimpleName().equals(name), change);
    }

    /** Decorators. */
    static Finder decorators(Function<UUID, Change> change) {
        return trees(J.Annotation.class, each -> true, change);
    }

    /** Every tree of a kind that a condition holds for. */
    static <T extends J> Finder trees(Class<T> kind, Predicate<T> wanted, Function<UUID, Change> change) {
        return new Finder() {
            @Override
            public J postVisit(J tree, Integer p) {
                return found(kind.isInstance(tree) && wanted.test(kind.cast(tree)), change, tree);
            }
        };
    }

    static Finder assignments(Function<UUID, Change> change) {
        return new Finder() {
            @Override
            public J visitAssignment(J.Assignment each, Integer p) {
                boolean wanted = (each.getVariable() instanceof J.Identifier name
                                && name.getSimpleName().equals("db"))
                        || (each.getVariable() instanceof J.FieldAccess field
                                && field.getSimpleName().equals("db"));
                return found(wanted, change, super.visitAssignment(each, p));
            }
        };
    }

    abstract static class Finder extends PythonVisitor<Integer> {
        private final List<Change> found = new ArrayList<>();

        J found(boolean wanted, Function<UUID, Change> change, J tree) {
            if (wanted) {
                found.add(change.apply(tree.getId()));
            }
            return tree;
        }

        /** These changes and more. */
        Finder and(Finder other) {
            Finder first = this;
            return new Finder() {
                @Override
                public J visitCompilationUnit(Py.CompilationUnit tree, Integer p) {
                    first.visit(tree, p);
                    other.visit(tree, p);
                    super.found.addAll(first.found);
                    super.found.addAll(other.found);
                    return tree;
                }
            };
        }
    }
}
