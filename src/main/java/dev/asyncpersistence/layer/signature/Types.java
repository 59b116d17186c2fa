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

import dev.asyncpersistence.layer.signature.AnnotatedType.Known;
import dev.asyncpersistence.layer.signature.AnnotatedType.Library;
import dev.asyncpersistence.layer.signature.AnnotatedType.Project;
import dev.asyncpersistence.layer.signature.AnnotatedType.Repeated;
import dev.asyncpersistence.layer.signature.AnnotatedType.Union;
import dev.asyncpersistence.layer.signature.AnnotatedType.Unknown;
import dev.asyncpersistence.model.ClassHierarchy;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.Resolver;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether one annotated type contradicts another. The rule:
 *
 * <ul>
 *   <li>What isn't understood contradicts nothing: a missing annotation, {@code Any}, {@code object}, type variables, aliases, {@code NewType}s. A class
 *       of a library may be derived from any other, and contradicts {@code None} only.
 *   <li>Project classes and {@linkplain KnownTypes known types} contradict each other unless the given one derives from the expected one: a class from
 *       its bases, {@code list} from {@code Sequence}, {@code bool} from {@code int}. A protocol contradicts no class, for its members aren't compared.
 *   <li>{@code None} is a type of its own: {@code X} may be given for {@code X | None}, not the other way round.
 *   <li>Type arguments are compared in the same way, where both sides have any. Tuples of fixed length must be of the same length.
 * </ul>
 */
final class Types {
    private final ClassHierarchy hierarchy;
    private final AnnotationTypes annotations;

    Types(Resolver resolver) {
        this.hierarchy = resolver.hierarchy();
        this.annotations = new AnnotationTypes(resolver);
    }

    AnnotatedType read(@Nullable Expr annotation, String scope) {
        return annotations.read(annotation, scope);
    }

    /** Whether a value of the one type may stand where the other one is expected. */
    boolean fits(AnnotatedType given, AnnotatedType expected) {
        if (given instanceof Unknown || expected instanceof Unknown) {
            return true;
        }
        if (given instanceof Union union) {
            return union.options().stream().allMatch(each -> fits(each, expected));
        }
        if (expected instanceof Union union) {
            return union.options().stream().anyMatch(each -> fits(given, each));
        }
        if (given.equals(Known.NONE) || expected.equals(Known.NONE)) {
            return given.equals(expected);
        }
        if (given instanceof Library || expected instanceof Library) {
            return true;
        }
        if (expected instanceof Project project) {
            return fitsClass(given, project);
        }
        if (given instanceof Project project) {
            return expected instanceof Known known && derives(project.type(), known.name());
        }
        return KnownTypes.isSubtype(name(given), name(expected))
                && (isTuple(expected) ? tupleFits(given, expected) : argumentsFit(given, expected));
    }

    /** Whether no value can be of both types, {@code None} aside. */
    boolean exclude(AnnotatedType one, AnnotatedType other) {
        List<AnnotatedType> left = withoutNone(one);
        List<AnnotatedType> right = withoutNone(other);
        return !left.isEmpty()
                && !right.isEmpty()
                && left.stream().noneMatch(a -> right.stream().anyMatch(b -> fits(a, b) || fits(b, a)));
    }

    private static List<AnnotatedType> withoutNone(AnnotatedType type) {
        return type.options().stream().filter(each -> !each.equals(Known.NONE)).toList();
    }

    private boolean fitsClass(AnnotatedType given, Project expected) {
        if (ClassHierarchy.isProtocol(expected.type())) {
            return true;
        }
        if (!(given instanceof Project project)) {
            return false;
        }
        return project.type().equals(expected.type())
                ? pairwise(project.arguments(), expected.arguments())
                : ClassHierarchy.isProtocol(project.type()) || hierarchy.isSubclass(project.type(), expected.type());
    }

    /** Whether a project class is made from a known type, or offers what an abstract one asks for. */
    private boolean derives(ClassModel type, String known) {
        if (KnownTypes.isAbstract(known) && hierarchy.method(type, "__iter__") != null) {
            return true;
        }
        return ClassHierarchy.isProtocol(type)
                || hierarchy.lookupOrder(type).stream()
                        .anyMatch(each -> each.bases().stream()
                                .map(base -> annotations.knownBase(base, each.enclosingScope()))
                                .anyMatch(base -> base != null && KnownTypes.isSubtype(base, known)));
    }

    private static boolean isTuple(AnnotatedType type) {
        return name(type).equals("tuple");
    }

    private static String name(AnnotatedType type) {
        return type instanceof Known known ? known.name() : "tuple";
    }

    private static List<AnnotatedType> arguments(AnnotatedType type) {
        return type instanceof Repeated repeated ? List.of(repeated.element()) : ((Known) type).arguments();
    }

    private boolean tupleFits(AnnotatedType given, AnnotatedType expected) {
        List<AnnotatedType> elements = arguments(given);
        List<AnnotatedType> wanted = arguments(expected);
        if (elements.isEmpty() || wanted.isEmpty()) {
            return true;
        }
        if (given instanceof Repeated && expected instanceof Known) {
            elements = Collections.nCopies(wanted.size(), elements.get(0));
        }
        if (expected instanceof Repeated) {
            wanted = Collections.nCopies(elements.size(), wanted.get(0));
        }
        return elements.size() == wanted.size() && pairwise(elements, wanted);
    }

    private boolean argumentsFit(AnnotatedType given, AnnotatedType expected) {
        List<AnnotatedType> wanted = arguments(expected);
        if (isTuple(given) && !wanted.isEmpty()) {
            return arguments(given).stream().allMatch(each -> fits(each, wanted.get(0)));
        }
        return pairwise(arguments(given), wanted);
    }

    /** As many as both have: an {@code Iterable[X]} may be a {@code dict[X, Y]}, and without arguments nothing is said. */
    private boolean pairwise(List<AnnotatedType> given, List<AnnotatedType> expected) {
        return IntStream.range(0, Math.min(given.size(), expected.size()))
                .allMatch(i -> fits(given.get(i), expected.get(i)));
    }
}
