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
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/** Comma-separated lists in parentheses. */
final class Lists {
    private Lists() {}

    /** The list with one more element at its end. */
    static <T extends J> List<JRightPadded<T>> withLast(List<JRightPadded<T>> old, T added) {
        return with(old, old.size(), added);
    }

    /** The list with one more element at an index other than the first, laid out as the ones before it. */
    static <T extends J> List<JRightPadded<T>> with(List<JRightPadded<T>> old, int index, T added) {
        List<JRightPadded<T>> result = new ArrayList<>(old);
        if (index < old.size()) {
            result.add(index, JRightPadded.build(added.<T>withPrefix(prefix(old))));
            return result;
        }
        JRightPadded<T> last = old.get(index - 1);
        TrailingComma comma = last.getMarkers().findFirst(TrailingComma.class).orElse(null);
        Space closing = comma == null ? last.getAfter() : comma.getSuffix();
        Space prefix = prefix(old);
        if (!closing.getComments().isEmpty() && !closing.getWhitespace().contains("\n")) {
            // A comment behind the last element stays on its line.
            Comment comment = closing.getComments().get(0);
            prefix = Space.build(closing.getWhitespace(), List.of(comment.withSuffix(prefix.getWhitespace())));
            closing = Space.build(
                    comment.getSuffix(),
                    closing.getComments().subList(1, closing.getComments().size()));
        }
        result.set(index - 1, last.withAfter(Space.EMPTY).withMarkers(Markers.EMPTY));
        JRightPadded<T> padded = JRightPadded.build(added.<T>withPrefix(prefix));
        result.add(
                comma == null
                        ? padded.withAfter(closing)
                        : padded.withMarkers(Markers.EMPTY.add(comma.withSuffix(closing))));
        return result;
    }

    /** The list without an element; what stood in front of the first, and behind the last, stays there. */
    static <T extends J> List<JRightPadded<T>> without(List<JRightPadded<T>> old, int index) {
        List<JRightPadded<T>> result = new ArrayList<>(old);
        JRightPadded<T> gone = result.remove(index);
        if (index == 0 && !result.isEmpty()) {
            JRightPadded<T> first = result.get(0);
            result.set(
                    0,
                    first.withElement(
                            first.getElement().<T>withPrefix(gone.getElement().getPrefix())));
        }
        if (index == result.size() && index > 0) {
            JRightPadded<T> last = result.get(index - 1);
            result.set(index - 1, last.withAfter(gone.getAfter()).withMarkers(gone.getMarkers()));
        }
        return result;
    }

    /** On a line of its own where the last one is. */
    private static <T extends J> Space prefix(List<JRightPadded<T>> old) {
        Space last = old.get(old.size() - 1).getElement().getPrefix();
        String whitespace = last.getComments().isEmpty()
                ? last.getWhitespace()
                : last.getComments().get(last.getComments().size() - 1).getSuffix();
        return whitespace.contains("\n")
                ? Space.build(whitespace.substring(whitespace.lastIndexOf('\n')), List.of())
                : Space.SINGLE_SPACE;
    }
}
