package dev.asyncpersistence.model.read;

import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TextComment;

/** Knows the line that a visitor has reached. Trees carry no positions: line ends sit in spaces, comments and string literals. */
final class LineCounter {
    private int line = 1;

    void pass(Space space) {
        line += lineEnds(space);
    }

    void pass(String source) {
        line += lineEnds(source);
    }

    /** The line on which something starts whose prefix has not been passed yet. */
    int startAfter(Space prefix) {
        return line + lineEnds(prefix);
    }

    private static int lineEnds(Space space) {
        int count = lineEnds(space.getWhitespace());
        for (Comment comment : space.getComments()) {
            if (comment instanceof TextComment text) {
                count += lineEnds(text.getText());
            }
            count += lineEnds(comment.getSuffix());
        }
        return count;
    }

    private static int lineEnds(String text) {
        int count = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        return count;
    }
}
