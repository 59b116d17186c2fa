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
package dev.asyncpersistence.plan.reach;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ImportedName;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Parameter;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.plan.change.AnnotationForm;
import dev.asyncpersistence.plan.change.AnnotationForm.Shape;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Annotates what is added as the project annotates what is there. */
final class AnnotationForms {
    private final Resolver resolver;
    private final ImportNeeds imports;

    AnnotationForms(Resolver resolver, ImportNeeds imports) {
        this.resolver = resolver;
        this.imports = imports;
    }

    /** The annotation of a parameter that may be {@code None}, beside a sync one; null where that has none, or where the class can't be imported. */
    @Nullable
    AnnotationForm of(Parameter sync, FunctionModel function, Search search) {
        if (sync.annotation() == null) {
            return null;
        }
        ModuleModel file = resolver.program().moduleOf(function.qualifiedName());
        Shape shape = usesOptional(sync.annotation(), file) ? Shape.OPTIONAL : Shape.UNION;
        boolean lazy = file.postponesAnnotations();
        boolean quoted = !lazy && ((shape == Shape.UNION && !writesUnions()) || isForTypeCheckers(file, search));
        return makeKnown(search.asyncType(), file, lazy || quoted, search)
                ? new AnnotationForm(search.asyncType().name(), shape, quoted)
                : null;
    }

    /** The plain class, for something that always holds the layer. */
    @Nullable
    AnnotationForm plain(ModuleModel file, Search search) {
        boolean lazy = file.postponesAnnotations();
        boolean quoted = !lazy && isForTypeCheckers(file, search);
        return makeKnown(search.asyncType(), file, lazy || quoted, search)
                ? new AnnotationForm(search.asyncType().name(), Shape.PLAIN, quoted)
                : null;
    }

    private boolean makeKnown(ClassModel type, ModuleModel file, boolean unevaluated, Search search) {
        boolean typeCheckingOnly = unevaluated && isForTypeCheckers(file, search);
        return imports.make(
                type.name(), resolver.program().moduleOf(type.qualifiedName()), file.name(), typeCheckingOnly, search);
    }

    /** {@code Optional[X]}, by a name that is known when the file is run. */
    private static boolean usesOptional(Expr annotation, ModuleModel file) {
        return annotation instanceof Expr.Subscript generic
                && generic.value().equals(new Expr.Name("Optional"))
                && file.imports().stream().anyMatch(i -> i.localName().equals("Optional") && !i.typeCheckingOnly());
    }

    /** Whether the project evaluates annotations of the form {@code X | Y}, so that its Python has them (PEP 604). */
    private boolean writesUnions() {
        return resolver.program().modules().stream()
                .filter(file -> !file.postponesAnnotations())
                .flatMap(file -> file.functions().values().stream())
                .flatMap(f -> Stream.concat(
                        Stream.ofNullable(f.returnAnnotation()),
                        f.parameters().stream().flatMap(p -> Stream.ofNullable(p.annotation()))))
                .anyMatch(Expr.AnyOf.class::isInstance);
    }

    /** Whether the file knows the sync layer's class for the sake of annotations only. */
    private static boolean isForTypeCheckers(ModuleModel file, Search search) {
        ClassModel type = search.layer().type();
        return type != null
                && file.imports().stream()
                        .filter(i -> type.name().equals(i.symbol()))
                        .findFirst()
                        .map(ImportedName::typeCheckingOnly)
                        .orElse(false);
    }
}
