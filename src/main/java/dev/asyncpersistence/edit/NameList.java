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
import org.openrewrite.Tree;
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.tree.Py;

/**
 * The names of a {@code from} import with the texts between them.
 *
 * @param above what stands before each name: the comment behind the name before, the line break, comments above
 * @param end what stands between the last name, or its trailing comma, and the parenthesis
 */
record NameList(List<J.Import> names, List<String> above, List<String> beforeComma, boolean trailingComma, String end) {

    static NameList of(Py.MultiImport statement) {
        List<JRightPadded<J.Import>> elements =
                statement.getPadding().getNames().getPadding().getElements();
        JRightPadded<J.Import> last = elements.get(elements.size() - 1);
        TrailingComma comma = last.getMarkers().findFirst(TrailingComma.class).orElse(null);
        List<String> beforeComma = new ArrayList<>();
        elements.forEach(each -> beforeComma.add(Spaces.text(each.getAfter())));
        if (comma == null) {
            beforeComma.set(elements.size() - 1, "");
        }
        return new NameList(
                elements.stream().map(JRightPadded::getElement).toList(),
                elements.stream()
                        .map(each -> Spaces.text(each.getElement().getPrefix()))
                        .toList(),
                beforeComma,
                comma != null,
                Spaces.text(comma == null ? last.getAfter() : comma.getSuffix()));
    }

    Py.MultiImport in(Py.MultiImport statement) {
        List<JRightPadded<J.Import>> elements = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            Space after = Spaces.of(last && !trailingComma ? end : beforeComma.get(i));
            Markers markers = last && trailingComma
                    ? Markers.build(List.of(new TrailingComma(Tree.randomId(), Spaces.of(end))))
                    : Markers.EMPTY;
            J.Import name = names.get(i).withPrefix(Spaces.of(above.get(i)));
            elements.add(new JRightPadded<>(name, after, markers));
        }
        return statement
                .getPadding()
                .withNames(statement.getPadding().getNames().getPadding().withElements(elements));
    }

    int size() {
        return names.size();
    }

    /** Adds a name; lists with a name on each line keep that, and every comment stays behind or above the name where it is. */
    NameList with(int index, String name, String lineEnd) {
        List<String> newAbove = new ArrayList<>(above);
        String newEnd = end;
        if (!isOnePerLine()) {
            newAbove.add(index, index == 0 ? above.get(0) : " ");
            if (index == 0) {
                newAbove.set(1, " ");
            }
        } else {
            String next = index < size() ? above.get(index) : end;
            String ownLine = lineEnd + Spaces.lastLine(above.get(Math.min(index, size() - 1)));
            newAbove.add(index, (Spaces.hasLineBreak(next) ? Spaces.untilLineEnd(next) : "") + ownLine);
            String rest = Spaces.hasLineBreak(next) ? Spaces.fromLineEnd(next) : next;
            if (index < size()) {
                newAbove.set(index + 1, rest);
            } else {
                newEnd = rest;
            }
        }
        List<J.Import> newNames = new ArrayList<>(names);
        newNames.add(index, NewImport.name(name));
        List<String> newBeforeComma = new ArrayList<>(beforeComma);
        newBeforeComma.add(index, "");
        return new NameList(newNames, newAbove, newBeforeComma, trailingComma, newEnd);
    }

    boolean isOnePerLine() {
        return above.stream().allMatch(Spaces::hasLineBreak);
    }

    /** Takes a name out, with the comment behind it, and those above it unless they may be about the names below, too. */
    NameList without(int index) {
        List<String> newAbove = new ArrayList<>(above);
        newAbove.remove(index);
        String removed = above.get(index);
        String newEnd = end;
        if (index < size() - 1) {
            newAbove.set(index, joined(index == 0, removed, above.get(index + 1)));
        } else if (Spaces.hasLineBreak(removed) && Spaces.hasLineBreak(end)) {
            newEnd = Spaces.untilLineEnd(removed) + Spaces.fromLineEnd(end);
        }
        List<J.Import> newNames = new ArrayList<>(names);
        newNames.remove(index);
        List<String> newBeforeComma = new ArrayList<>(beforeComma);
        newBeforeComma.remove(index);
        return new NameList(newNames, newAbove, newBeforeComma, trailingComma, newEnd);
    }

    private static String joined(boolean first, String removed, String next) {
        if (!Spaces.hasLineBreak(next)) {
            return removed;
        }
        if (!Spaces.hasLineBreak(removed)) {
            return first ? removed : next;
        }
        String lines = Spaces.fromLineEnd(next);
        return lines.indexOf('#') < 0 ? removed : Spaces.untilLineEnd(removed) + lines;
    }

    /** One name a line, in parentheses, with a trailing comma. */
    NameList wrapped(String lineEnd, String indent, String unit) {
        List<String> lines = new ArrayList<>();
        List<String> commas = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            lines.add(lineEnd + indent + unit);
            commas.add("");
        }
        return new NameList(names, lines, commas, true, lineEnd + indent);
    }

    boolean hasComments() {
        return end.indexOf('#') >= 0 || above.stream().anyMatch(each -> each.indexOf('#') >= 0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            ImportStatement.Name name = ImportStatement.Name.of(names.get(i));
            text.append(above.get(i)).append(name.name());
            text.append(name.alias() == null ? "" : " as " + name.alias()).append(beforeComma.get(i));
            text.append(i < size() - 1 || trailingComma ? "," : "");
        }
        return text.append(end).toString();
    }
}
