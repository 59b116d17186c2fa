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
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.TrailingComma;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.marker.Marker;
import org.openrewrite.marker.Markers;
import org.openrewrite.python.PythonVisitor;
import org.openrewrite.python.tree.PySpace;

/** Copies functions without their code: every node with an identity of its own, and lines that end and begin as in the file they go to. */
final class SignatureCopy extends PythonVisitor<Integer> {
    private final String oldIndent;
    private final String newIndent;
    private final String lineEnd;

    private SignatureCopy(String oldIndent, String newIndent, String lineEnd) {
        this.oldIndent = oldIndent;
        this.newIndent = newIndent;
        this.lineEnd = lineEnd;
    }

    /** The function with nothing but its docstring in the body, and without decorators. */
    static J.MethodDeclaration of(J.MethodDeclaration function, String indent, String lineEnd) {
        String above = Spaces.text(function.getPrefix());
        J.Block body = function.getBody();
        J.MethodDeclaration bare = function.withLeadingAnnotations(List.of())
                .withPrefix(Space.EMPTY)
                .withMethodType(null)
                .withBody(
                        body == null
                                ? null
                                : body.withStatements(docstring(body)).withEnd(Space.EMPTY));
        SignatureCopy copy =
                new SignatureCopy(Spaces.hasLineBreak(above) ? Spaces.lastLine(above) : "", indent, lineEnd);
        return (J.MethodDeclaration) copy.visitNonNull(bare, 0);
    }

    private static List<Statement> docstring(J.Block body) {
        boolean first = Docstrings.isOne(body.getStatements().get(0));
        return first ? body.getStatements().subList(0, 1) : List.of();
    }

    @Override
    public @Nullable J postVisit(J tree, Integer p) {
        return tree.withId(Tree.randomId());
    }

    private String moved(String text) {
        String unix = text.replace("\r\n", "\n").replace("\n" + oldIndent, "\n" + newIndent);
        return unix.replace("\n", lineEnd);
    }

    @Override
    public Space visitSpace(@Nullable Space space, Space.Location location, Integer p) {
        if (space == null) {
            return Space.EMPTY;
        }
        String text = Spaces.text(space);
        return Spaces.hasLineBreak(text) ? Spaces.of(moved(text)) : space;
    }

    @Override
    public Space visitSpace(@Nullable Space space, PySpace.Location location, Integer p) {
        return visitSpace(space, Space.Location.LANGUAGE_EXTENSION, p);
    }

    /** Upstream passes over the space behind a trailing comma. */
    @Override
    public Markers visitMarkers(@Nullable Markers markers, Integer p) {
        if (markers == null) {
            return Markers.EMPTY;
        }
        List<Marker> visited = new ArrayList<>();
        for (Marker each : markers.getMarkers()) {
            visited.add(
                    each instanceof TrailingComma comma
                            ? comma.withSuffix(visitSpace(comma.getSuffix(), Space.Location.LANGUAGE_EXTENSION, p))
                            : each);
        }
        return markers.withMarkers(visited);
    }

    @Override
    public J visitLiteral(J.Literal literal, Integer p) {
        J.Literal visited = (J.Literal) super.visitLiteral(literal, p);
        String source = visited.getValueSource();
        return source != null && Spaces.hasLineBreak(source) ? visited.withValueSource(moved(source)) : visited;
    }
}
