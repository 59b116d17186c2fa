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

import dev.asyncpersistence.model.AttributeWrite;
import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.StatementId;
import dev.asyncpersistence.plan.doubles.Mock;
import dev.asyncpersistence.plan.doubles.TestDouble.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that make mocks and give them a name: {@code layer = Mock()}, {@code app.state.layer = Mock()}. */
final class MadeMocks {
    private final Map<UUID, Made> byCall = new HashMap<>();

    /**
     * A statement that makes a mock.
     *
     * @param target what the mock is assigned to
     */
    record Made(StatementId statement, Expr target) {
        /** How a part of the mock is written behind the statement. */
        Expr written(Part part) {
            Expr result = target;
            for (String attr : part.path()) {
                result = new Expr.Attribute(result, attr.equals(Part.RESULT) ? "return_value" : attr);
            }
            return result;
        }
    }

    MadeMocks(Collection<ModuleModel> tests) {
        for (ModuleModel module : tests) {
            module.attributeWrites().forEach(this::add);
            add(module.globals());
            for (FunctionModel function : module.functions().values()) {
                add(function.locals());
            }
            for (ClassModel type : module.classes().values()) {
                type.attributes()
                        .forEach((name, bindings) ->
                                bindings.forEach(each -> add(member(name, each, type, module), each)));
            }
        }
    }

    private void add(Map<String, List<Binding>> variables) {
        variables.forEach((name, bindings) -> bindings.forEach(each -> add(new Expr.Name(name), each)));
    }

    /** {@code self.layer = Mock()} in a method, {@code layer = Mock()} in the class. */
    private static Expr member(String name, Binding binding, ClassModel type, ModuleModel module) {
        FunctionModel method = module.functions().get(binding.scope());
        boolean inClass = binding.scope().equals(type.qualifiedName());
        return inClass || method == null || method.parameters().isEmpty()
                ? new Expr.Name(name)
                : new Expr.Attribute(new Expr.Name(method.parameters().get(0).name()), name);
    }

    private void add(Expr target, Binding binding) {
        if (binding.statement() != null && binding.value() instanceof Expr.Call call) {
            byCall.put(call.id(), new Made(binding.statement(), target));
        }
    }

    private void add(AttributeWrite write) {
        if (write.statement() != null && write.value() instanceof Expr.Call call) {
            byCall.put(call.id(), new Made(write.statement(), new Expr.Attribute(write.target(), write.attr())));
        }
    }

    /** The attribute that a statement assigns a mock to has another name. */
    void rename(StatementId statement, String name) {
        byCall.replaceAll(
                (call, each) -> each.statement().equals(statement) && each.target() instanceof Expr.Attribute target
                        ? new Made(statement, new Expr.Attribute(target.value(), name))
                        : each);
    }

    /** The statement that makes a mock; null if it is made in another way. */
    @Nullable
    Made by(Mock mock) {
        return byCall.get(mock.id());
    }
}
