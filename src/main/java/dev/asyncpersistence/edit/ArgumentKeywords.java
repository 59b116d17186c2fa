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
import java.util.Map;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.python.tree.Py;

/** Gives arguments keywords: instead of another, or instead of a position. Their order stays, and with it the order in which they are evaluated. */
final class ArgumentKeywords {
    private ArgumentKeywords() {}

    static J.MethodInvocation given(J.MethodInvocation call, Map<Integer, String> keywords) {
        if (keywords.isEmpty()) {
            return call;
        }
        List<JRightPadded<Expression>> arguments =
                new ArrayList<>(call.getPadding().getArguments().getPadding().getElements());
        keywords.forEach((index, keyword) -> arguments.set(
                index,
                arguments.get(index).withElement(named(arguments.get(index).getElement(), keyword))));
        return call.getPadding()
                .withArguments(call.getPadding().getArguments().getPadding().withElements(arguments));
    }

    private static Expression named(Expression argument, String keyword) {
        if (argument instanceof Py.NamedArgument named) {
            return named.withName(named.getName().withSimpleName(keyword));
        }
        return KeywordValues.named(keyword, argument).withPrefix(argument.getPrefix());
    }
}
