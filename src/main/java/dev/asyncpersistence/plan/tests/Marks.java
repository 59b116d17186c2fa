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
package dev.asyncpersistence.plan.tests;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** pytest's marks: on functions, on classes, and by the names {@code pytestmark} of classes and modules. */
final class Marks {
    private Marks() {}

    /** The marks, and other decorators, of everything in a file. */
    static Stream<Expr> inModule(ModuleModel module) {
        return Stream.of(
                        module.functions().values().stream().flatMap(each -> each.decorators().stream()),
                        module.classes().values().stream().flatMap(each -> ofClass(each)),
                        named(module.globals().getOrDefault("pytestmark", List.of())))
                .flatMap(each -> each);
    }

    private static Stream<Expr> ofClass(ClassModel type) {
        return Stream.concat(
                type.decorators().stream(), named(type.attributes().getOrDefault("pytestmark", List.of())));
    }

    private static Stream<Expr> named(Collection<Binding> bindings) {
        return bindings.stream()
                .map(Binding::value)
                .flatMap(value -> value instanceof Expr.Display list ? list.elements().stream() : Stream.of(value));
    }

    /** Whether a function has a mark, by itself or by what stands around it. */
    static boolean isMarked(FunctionModel function, String mark, Program program) {
        return of(function, program).anyMatch(each -> AsyncioPlugin.isMark(each, mark));
    }

    /** The marks, and other decorators, of a function and of what stands around it. */
    static Stream<Expr> of(FunctionModel function, Program program) {
        Stream<Expr> own = function.decorators().stream();
        ClassModel type = function.className() == null ? null : program.classNamed(function.className());
        Stream<Expr> around = type == null ? Stream.empty() : ofClass(type);
        ModuleModel module = program.moduleOf(function.qualifiedName());
        Stream<Expr> all = named(module.globals().getOrDefault("pytestmark", List.of()));
        return Stream.of(own, around, all).flatMap(each -> each);
    }
}
