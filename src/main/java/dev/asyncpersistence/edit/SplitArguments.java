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

import dev.asyncpersistence.plan.change.RaisesChange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.python.tree.Py;

/**
 * The arguments of a call that is passed a function and what the function is called with. Comments stay behind, or above, the arguments that they are about.
 *
 * @param before those that the call keeps
 * @param behind those of the function; it is called in a block, so their lines are indented by a step more
 */
record SplitArguments(ElementList<Expression> before, Expression function, ElementList<Expression> behind) {
    private static final Pattern LINE_START = Pattern.compile("(?<=\\n)(?=[ \\t]*(?:\\S|\\z))");

    static SplitArguments of(J.MethodInvocation call, RaisesChange change, Suite suite, String unit) {
        ElementList<Expression> all =
                ElementList.of(call.getPadding().getArguments().getPadding().getElements());
        boolean there = change.function() >= 0 && change.function() < all.size();
        Expression function = there ? all.elements().get(change.function()) : null;
        if (function == null || function instanceof Py.NamedArgument || function instanceof Py.Star) {
            throw new IllegalArgumentException("The call is passed no such function: " + change);
        }
        return new SplitArguments(
                before(all, change.function(), suite), function, behind(all, change.function() + 1, unit));
    }

    private static ElementList<Expression> before(ElementList<Expression> all, int function, Suite suite) {
        String comments = untilLastComment(all.above().get(function));
        List<String> above = new ArrayList<>(all.above().subList(0, function));
        boolean commented = !comments.isEmpty() || above.stream().anyMatch(each -> each.indexOf('#') >= 0);
        boolean broken = above.stream().anyMatch(Spaces::hasLineBreak);
        if (function == 1 && !commented) {
            above.set(0, "");
            broken = false;
        }
        boolean lines = commented || broken;
        return new ElementList<>(
                all.elements().subList(0, function),
                above,
                all.beforeComma().subList(0, function),
                lines,
                lines ? comments + suite.lineEnd() + suite.indent() : "");
    }

    private static String untilLastComment(String text) {
        int last = text.lastIndexOf('#');
        return last < 0 ? "" : text.substring(0, last) + Spaces.untilLineEnd(text.substring(last));
    }

    private static ElementList<Expression> behind(ElementList<Expression> all, int first, String unit) {
        int size = all.size();
        List<String> above = new ArrayList<>();
        all.above().subList(first, size).forEach(each -> above.add(indented(each, unit)));
        if (first == size) {
            String end = all.end().indexOf('#') >= 0 ? indented(all.end(), unit) : "";
            return new ElementList<>(List.of(), List.of(), List.of(), false, end);
        }
        if (!Spaces.hasLineBreak(above.get(0))) {
            above.set(0, "");
        }
        return new ElementList<>(
                all.elements().subList(first, size),
                above,
                all.beforeComma().subList(first, size),
                all.trailingComma(),
                indented(all.end(), unit));
    }

    private static String indented(String text, String unit) {
        return LINE_START.matcher(text).replaceAll(unit);
    }
}
