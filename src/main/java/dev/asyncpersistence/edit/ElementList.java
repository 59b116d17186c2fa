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
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/**
 * Comma-separated elements with the texts between them: names of an import, parameters, arguments.
 *
 * @param above what stands before each element: the comment behind the one before, the line break, comments above
 * @param end what stands between the last element, or its trailing comma, and the parenthesis
 */
record ElementList<T extends J>(
        List<T> elements, List<String> above, List<String> beforeComma, boolean trailingComma, String end) {

    static <T extends J> ElementList<T> of(List<JRightPadded<T>> padded) {
        if (padded.isEmpty() || padded.get(0).getElement() instanceof J.Empty) {
            String inside = padded.isEmpty()
                    ? ""
                    : Spaces.text(padded.get(0).getElement().getPrefix())
                            + Spaces.text(padded.get(0).getAfter());
            return new ElementList<>(List.of(), List.of(), List.of(), false, inside);
        }
        JRightPadded<T> last = padded.get(padded.size() - 1);
        TrailingComma comma = last.getMarkers().findFirst(TrailingComma.class).orElse(null);
        List<String> beforeComma = new ArrayList<>();
        padded.forEach(each -> beforeComma.add(Spaces.text(each.getAfter())));
        if (comma == null) {
            beforeComma.set(padded.size() - 1, "");
        }
        return new ElementList<>(
                padded.stream().map(JRightPadded::getElement).toList(),
                padded.stream()
                        .map(each -> Spaces.text(each.getElement().getPrefix()))
                        .toList(),
                beforeComma,
                comma != null,
                Spaces.text(comma == null ? last.getAfter() : comma.getSuffix()));
    }

    /** The list as it stands in a tree; one without elements has something empty there. */
    List<JRightPadded<T>> paddedOr(T empty) {
        return size() == 0 ? new ArrayList<>(List.of(JRightPadded.build(Spaces.prefixed(empty, end)))) : padded();
    }

    /** The elements as they stand in a tree. */
    List<JRightPadded<T>> padded() {
        List<JRightPadded<T>> result = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            boolean last = i == size() - 1;
            Space after = Spaces.of(last && !trailingComma ? end : beforeComma.get(i));
            Markers markers = last && trailingComma
                    ? Markers.build(List.of(new TrailingComma(Tree.randomId(), Spaces.of(end))))
                    : Markers.EMPTY;
            result.add(new JRightPadded<>(Spaces.prefixed(elements.get(i), above.get(i)), after, markers));
        }
        return result;
    }

    int size() {
        return elements.size();
    }

    /** Adds an element; lists with one on each line keep that, and every comment stays behind or above the element where it is. */
    ElementList<T> with(int index, T added, String lineEnd) {
        List<T> newElements = new ArrayList<>(elements);
        newElements.add(index, added);
        List<String> newBeforeComma = new ArrayList<>(beforeComma);
        newBeforeComma.add(index, "");
        List<String> newAbove = new ArrayList<>(above);
        String newEnd = end;
        if (size() == 0) {
            newAbove.add("");
            newEnd = isBreak(end) || end.indexOf('#') >= 0 ? end : "";
        } else if (!isOnePerLine()) {
            newAbove.add(index, index == 0 ? above.get(0) : " ");
            if (index == 0) {
                newAbove.set(1, " ");
            }
        } else if (index == 0 && !isBreak(above.get(0))) {
            newAbove.add(0, above.get(0));
            newAbove.set(1, lineEnd + Spaces.lastLine(newAbove.get(2)));
        } else {
            String next = index < size() ? above.get(index) : end;
            String ownLine = lineEnd + Spaces.lastLine(above.get(Math.min(index, size() - 1)));
            newAbove.add(index, (isBreak(next) ? Spaces.untilLineEnd(next) : "") + ownLine);
            String rest = isBreak(next) ? Spaces.fromLineEnd(next) : next;
            if (index < size()) {
                newAbove.set(index + 1, rest);
            } else {
                newEnd = rest;
            }
        }
        return new ElementList<>(newElements, newAbove, newBeforeComma, trailingComma, newEnd);
    }

    ElementList<T> map(UnaryOperator<T> change) {
        return new ElementList<>(elements.stream().map(change).toList(), above, beforeComma, trailingComma, end);
    }

    ElementList<T> replaced(int index, T element) {
        List<T> newElements = new ArrayList<>(elements);
        newElements.set(index, element);
        return new ElementList<>(newElements, above, beforeComma, trailingComma, end);
    }

    /** Whether each stands on a line of its own, except that the first may follow the parenthesis. */
    boolean isOnePerLine() {
        boolean others = above.stream().skip(1).allMatch(ElementList::isBreak);
        return others && (size() > 1 || (size() == 1 && isBreak(above.get(0))));
    }

    /** A backslash joins lines. */
    private static boolean isBreak(String text) {
        return Spaces.hasLineBreak(text) && text.indexOf('\\') < 0;
    }

    /** Takes an element out, with the comment behind it, and those above it unless they may be about the elements below, too. */
    ElementList<T> without(int index) {
        List<String> newAbove = new ArrayList<>(above);
        String removed = newAbove.remove(index);
        String newEnd = end;
        if (index < size() - 1) {
            newAbove.set(index, joined(index == 0, removed, above.get(index + 1)));
        } else if (Spaces.hasLineBreak(removed)) {
            String comment = Spaces.untilLineEnd(removed);
            boolean closesOnLine = !Spaces.hasLineBreak(end);
            newEnd = closesOnLine && comment.indexOf('#') < 0
                    ? end
                    : comment + Spaces.fromLineEnd(closesOnLine ? removed : end);
        }
        boolean last = size() == 1;
        List<T> newElements = new ArrayList<>(elements);
        newElements.remove(index);
        List<String> newBeforeComma = new ArrayList<>(beforeComma);
        newBeforeComma.remove(index);
        return new ElementList<>(
                newElements,
                newAbove,
                newBeforeComma,
                trailingComma && !last,
                last && newEnd.indexOf('#') < 0 ? "" : newEnd);
    }

    private static String joined(boolean first, String removed, String next) {
        if (!Spaces.hasLineBreak(next)) {
            return removed;
        }
        String lines = Spaces.fromLineEnd(next);
        boolean commented = lines.indexOf('#') >= 0;
        if (!Spaces.hasLineBreak(removed)) {
            return !first ? next : commented ? removed + lines : removed;
        }
        return commented ? Spaces.untilLineEnd(removed) + lines : removed;
    }

    /** One element a line, with a trailing comma. */
    ElementList<T> wrapped(String lineEnd, String indent, String unit) {
        List<String> lines = Collections.nCopies(size(), lineEnd + indent + unit);
        return new ElementList<>(elements, lines, Collections.nCopies(size(), ""), true, lineEnd + indent);
    }

    /** All elements on one line between the parentheses. */
    ElementList<T> onOneLine(String lineEnd, String indent, String unit) {
        List<String> spaces = new ArrayList<>(Collections.nCopies(size(), " "));
        spaces.set(0, lineEnd + indent + unit);
        return new ElementList<>(elements, spaces, Collections.nCopies(size(), ""), false, lineEnd + indent);
    }

    boolean hasComments() {
        return end.indexOf('#') >= 0 || above.stream().anyMatch(each -> each.indexOf('#') >= 0);
    }

    String text(Function<T, String> source) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            text.append(above.get(i)).append(source.apply(elements.get(i))).append(beforeComma.get(i));
            text.append(i < size() - 1 || trailingComma ? "," : "");
        }
        return text.append(end).toString();
    }
}
