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
package dev.asyncpersistence.plan.methods;

import dev.asyncpersistence.layer.Layer;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import org.jspecify.annotations.Nullable;

/**
 * A method that could be written, and where.
 *
 * @param owner the class that it is written into: the async class, or where there is none the class that the sync method stands in; null for a
 *     layer that is a module
 * @param module the file
 */
record NewMethod(
        Layer layer,
        LayerMethod method,
        String name,
        @Nullable ClassModel owner,
        ModuleModel module) {

    static NewMethod of(Layer layer, LayerMethod method, Program program) {
        FunctionModel sync = method.function();
        ClassModel asyncType = layer.asyncType();
        if (asyncType != null) {
            return new NewMethod(layer, method, method.name(), asyncType, program.moduleOf(asyncType.qualifiedName()));
        }
        ClassModel own = sync.className() == null ? null : program.classNamed(sync.className());
        return new NewMethod(layer, method, "async_" + method.name(), own, program.moduleOf(sync.qualifiedName()));
    }

    FunctionModel sync() {
        return method.function();
    }

    /** Whether it is written into the async class, not beside the sync method. */
    boolean onAsyncLayer() {
        return layer.asyncType() != null;
    }

    String qualifiedName() {
        return (owner == null ? module.name() : owner.qualifiedName()) + "." + name;
    }

    /** What it calls its instance: what the sync method does. A function has none. */
    String instance() {
        return sync().hasImplicitFirstParameter() ? sync().parameters().get(0).name() : "self";
    }
}
