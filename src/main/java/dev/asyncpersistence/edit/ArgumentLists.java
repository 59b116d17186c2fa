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

import java.util.function.UnaryOperator;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Markers;

/** The lists in parentheses that functions and calls have. */
final class ArgumentLists {
    private ArgumentLists() {}

    static J.MethodDeclaration withParameters(
            J.MethodDeclaration function, UnaryOperator<ElementList<Statement>> change) {
        JContainer<Statement> old = function.getPadding().getParameters();
        ElementList<Statement> changed =
                change.apply(ElementList.of(old.getPadding().getElements()));
        return function.getPadding().withParameters(old.getPadding().withElements(changed.paddedOr(nothing())));
    }

    static J.MethodInvocation withArguments(J.MethodInvocation call, UnaryOperator<ElementList<Expression>> change) {
        JContainer<Expression> old = call.getPadding().getArguments();
        ElementList<Expression> changed =
                change.apply(ElementList.of(old.getPadding().getElements()));
        return call.getPadding().withArguments(old.getPadding().withElements(changed.paddedOr(nothing())));
    }

    /**
     * The same for a decorator.
     *
     * @throws IllegalArgumentException if it has no parentheses
     */
    static J.Annotation withArguments(J.Annotation decorator, UnaryOperator<ElementList<Expression>> change) {
        JContainer<Expression> old = decorator.getPadding().getArguments();
        if (old == null) {
            throw new IllegalArgumentException("The decorator has no arguments");
        }
        ElementList<Expression> changed =
                change.apply(ElementList.of(old.getPadding().getElements()));
        return decorator.getPadding().withArguments(old.getPadding().withElements(changed.paddedOr(nothing())));
    }

    /** Arguments of a call that is new. */
    static JContainer<Expression> of(ElementList<Expression> list) {
        return JContainer.build(list.paddedOr(nothing()));
    }

    private static J.Empty nothing() {
        return new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY);
    }
}
