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
package dev.asyncpersistence.layer.signature;

import dev.asyncpersistence.model.ClassModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type annotation in a form in which the same types are equal: {@code Optional[X]}, {@code Union[X, None]} and {@code X | None}. */
sealed interface AnnotatedType {
    /** Nothing is said, or nothing that is understood: {@code Any}, {@code object}, a type variable, an alias. */
    record Unknown() implements AnnotatedType {
        static final AnnotatedType TYPE = new Unknown();
    }

    /** A type of {@link KnownTypes}; a tuple of any length is a {@link Repeated}. */
    record Known(String name, List<AnnotatedType> arguments) implements AnnotatedType {
        static final AnnotatedType NONE = new Known("None", List.of());
    }

    /** {@code tuple[X, ...]}. */
    record Repeated(AnnotatedType element) implements AnnotatedType {}

    record Project(ClassModel type, List<AnnotatedType> arguments) implements AnnotatedType {}

    /** A class outside the project. */
    record Library(String name) implements AnnotatedType {}

    record Union(List<AnnotatedType> options) implements AnnotatedType {}

    static AnnotatedType union(Stream<AnnotatedType> options) {
        List<AnnotatedType> distinct =
                options.flatMap(each -> each.options().stream()).distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : new Union(distinct);
    }

    /** The types of a union; of another type, the type itself. */
    default List<AnnotatedType> options() {
        return List.of(this);
    }

    /** The type as it may stand in an annotation. */
    default String display() {
        if (this instanceof Known known) {
            return known.name() + inBrackets(known.arguments());
        }
        if (this instanceof Project project) {
            return project.type().name() + inBrackets(project.arguments());
        }
        if (this instanceof Library library) {
            return library.name().substring(library.name().lastIndexOf('.') + 1);
        }
        if (this instanceof Repeated repeated) {
            return "tuple[" + repeated.element().display() + ", ...]";
        }
        return this instanceof Union
                ? options().stream().map(AnnotatedType::display).collect(Collectors.joining(" | "))
                : "Any";
    }

    private static String inBrackets(List<AnnotatedType> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(AnnotatedType::display).collect(Collectors.joining(", ", "[", "]"));
    }
}
