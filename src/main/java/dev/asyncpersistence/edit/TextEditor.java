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

import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.KeywordChange;
import dev.asyncpersistence.plan.change.TextChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.Py;

/** Changes names that stand in texts, or as keywords, in the arguments of calls. */
final class TextEditor extends PythonVisitor<Integer> {
    private final ChangesByTree<TextChange> texts;
    private final ChangesByTree<KeywordChange> keywords;

    private TextEditor(List<Change> changes) {
        texts = ChangesByTree.of(TextChange.class, TextChange::call, changes);
        keywords = ChangesByTree.of(KeywordChange.class, KeywordChange::call, changes);
    }

    /**
     * The tree with every text and keyword changed; the same tree if there is none.
     *
     * @throws IllegalArgumentException if a call has no such text or keyword
     */
    static Py.CompilationUnit edit(Py.CompilationUnit tree, List<Change> changes) {
        TextEditor editor = new TextEditor(changes);
        if (editor.texts.isEmpty() && editor.keywords.isEmpty()) {
            return tree;
        }
        Py.CompilationUnit edited = (Py.CompilationUnit) editor.visitNonNull(tree, 0);
        editor.texts.requireMet();
        editor.keywords.requireMet();
        return edited;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
        J.MethodInvocation result = (J.MethodInvocation) super.visitMethodInvocation(call, p);
        return isChanged(call) ? ArgumentLists.withArguments(result, list -> changed(list, call)) : result;
    }

    @Override
    public J visitAnnotation(J.Annotation decorator, Integer p) {
        J.Annotation result = (J.Annotation) super.visitAnnotation(decorator, p);
        return isChanged(decorator) ? ArgumentLists.withArguments(result, list -> changed(list, decorator)) : result;
    }

    private boolean isChanged(Tree call) {
        return !texts.of(call).isEmpty() || !keywords.of(call).isEmpty();
    }

    /** All at once, so that names may be swapped. */
    private ElementList<Expression> changed(ElementList<Expression> list, Tree call) {
        TextReplacer replacer =
                new TextReplacer(texts.of(call).stream().collect(Collectors.toMap(TextChange::from, TextChange::to)));
        Map<String, String> newKeywords =
                keywords.of(call).stream().collect(Collectors.toMap(KeywordChange::from, KeywordChange::to));
        Set<String> known = list.elements().stream().map(TextEditor::keyword).collect(Collectors.toSet());
        ElementList<Expression> result =
                list.map(each -> renamed((Expression) replacer.visitNonNull(each, 0), newKeywords));
        texts.of(call).forEach(change -> require(replacer.found().contains(change.from()), change));
        keywords.of(call).forEach(change -> require(known.contains(change.from()), change));
        return result;
    }

    private static String keyword(Expression argument) {
        return argument instanceof Py.NamedArgument named ? named.getName().getSimpleName() : "";
    }

    private static Expression renamed(Expression argument, Map<String, String> keywords) {
        String keyword = keywords.get(keyword(argument));
        return keyword != null && argument instanceof Py.NamedArgument named
                ? named.withName(named.getName().withSimpleName(keyword))
                : argument;
    }

    private static void require(boolean there, Change change) {
        if (!there) {
            throw new IllegalArgumentException("The call has no such argument: " + change);
        }
    }
}
