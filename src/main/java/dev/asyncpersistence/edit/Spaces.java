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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/**
 * Whitespace and comments as text, and back. Which statement a comment belongs to is a matter of lines, and lines are easier to see in a
 * text than in a list of comments with suffixes.
 */
final class Spaces {
    private static final Pattern COMMENT = Pattern.compile("#([^\\r\\n]*)([^#]*)");

    private Spaces() {}

    static String text(Space space) {
        StringBuilder text = new StringBuilder(space.getWhitespace());
        for (Comment comment : space.getComments()) {
            text.append('#').append(((TextComment) comment).getText()).append(comment.getSuffix());
        }
        return text.toString();
    }

    static Space of(String text) {
        int first = text.indexOf('#');
        if (first < 0) {
            return Space.build(text, List.of());
        }
        List<Comment> comments = new ArrayList<>();
        Matcher matcher = COMMENT.matcher(text);
        while (matcher.find()) {
            comments.add(new TextComment(false, matcher.group(1), matcher.group(2), Markers.EMPTY));
        }
        return Space.build(text.substring(0, first), comments);
    }

    /**
     * A tree with another text before it. An expression that is a statement, or the other way round, is made anew: the printer of rewrite-python
     * 8.75.0 loses its place in what it receives if the prefix of one changes.
     */
    @SuppressWarnings("unchecked") // what is made anew is of the same class
    static <T extends J> T prefixed(T tree, String text) {
        if (text(tree.getPrefix()).equals(text)) {
            return tree;
        }
        Space prefix = of(text);
        if (tree instanceof Py.ExpressionStatement wrapper) {
            return (T) new Py.ExpressionStatement(
                    Tree.randomId(), wrapper.getExpression().withPrefix(prefix));
        }
        if (tree instanceof Py.StatementExpression wrapper) {
            return (T) new Py.StatementExpression(
                    Tree.randomId(), wrapper.getStatement().withPrefix(prefix));
        }
        return tree.withPrefix(prefix);
    }

    static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0;
    }

    /** What stands on the line above; all of it if there is no line break. */
    static String untilLineEnd(String text) {
        int end = lineEnd(text);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The line break and what follows. */
    static String fromLineEnd(String text) {
        int end = lineEnd(text);
        return end < 0 ? "" : text.substring(end);
    }

    private static int lineEnd(String text) {
        int lineFeed = text.indexOf('\n');
        return lineFeed > 0 && text.charAt(lineFeed - 1) == '\r' ? lineFeed - 1 : lineFeed;
    }

    /** What a line begins with. */
    static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** What stands on the last line. */
    static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
