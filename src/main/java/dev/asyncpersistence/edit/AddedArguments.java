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

import dev.asyncpersistence.plan.change.ArgumentChange;
import java.util.ArrayList;
import java.util.List;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;

/** Adds a keyword argument to a call: behind the others, on a line of its own where they have such. */
final class AddedArguments {
    private AddedArguments() {}

    static J.MethodInvocation to(J.MethodInvocation call, ArgumentChange change) {
        JContainer<Expression> container = call.getPadding().getArguments();
        Expression added = ExprTrees.keyword(change.keyword(), change.value());
        return call.getPadding().withArguments(container.getPadding().withElements(with(container, added)));
    }

    private static List<JRightPadded<Expression>> with(JContainer<Expression> container, Expression added) {
        List<JRightPadded<Expression>> result =
                new ArrayList<>(container.getPadding().getElements());
        if (result.isEmpty() || result.get(0).getElement() instanceof J.Empty) {
            return List.of(JRightPadded.build(added));
        }
        return Lists.withLast(result, added);
    }
}
