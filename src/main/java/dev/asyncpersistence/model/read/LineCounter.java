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
package dev.asyncpersistence.model.read;

import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TextComment;

/** Knows the line that a visitor has reached. Trees carry no positions: line ends sit in spaces, comments and string literals. */
public final class LineCounter {
    private int line = 1;

    void pass(Space space) {
        line += lineEnds(space);
    }

    public void pass(String source) {
        line += lineEnds(source);
    }

    /** The line that is reached. */
    public int line() {
        return line;
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
