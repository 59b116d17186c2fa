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
package dev.asyncpersistence.plan.doubles;

import dev.asyncpersistence.model.Binding;
import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.Resolved;
import dev.asyncpersistence.model.Resolver;
import dev.asyncpersistence.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The doubles that attributes are: parts of mocks, what objects of the project were given, what tests put in their places. */
final class DoubleMembers {
    private static final String RETURN_VALUE = "return_value";

    /** What a mock says of itself. */
    private static final Set<String> OWN = Set.of(
            "side_effect",
            "called",
            "call_count",
            "call_args",
            "call_args_list",
            "mock_calls",
            "method_calls",
            "await_count",
            "await_args",
            "await_args_list",
            "configure_mock",
            "reset_mock",
            "attach_mock");

    private final Doubles doubles;
    private final Resolver resolver;
    private final Replacements replacements;
    private final PassedDoubles passed;
    private final PassedObjects objects;

    DoubleMembers(Doubles doubles, Resolver resolver, Replacements replacements, PassedDoubles passed) {
        this.doubles = doubles;
        this.resolver = resolver;
        this.replacements = replacements;
        this.passed = passed;
        this.objects = new PassedObjects(resolver, passed);
    }

    List<TestDouble> of(Expr.Attribute attribute, String scope) {
        List<TestDouble> result = new ArrayList<>();
        boolean known = false;
        for (TestDouble each : doubles.of(attribute.value(), scope)) {
            known |= !(each instanceof TestDouble.Function);
            result.addAll(of(each, attribute.attr()));
        }
        for (Resolved owner : objects.of(attribute.value(), scope)) {
            known |= PassedObjects.isOurs(owner.value());
            result.addAll(member(owner.value(), attribute.attr()));
        }
        result.addAll(doubles.functions(attribute, scope));
        if (!known) {
            result.addAll(doubles.ofUnknown(attribute.attr()));
        }
        return result;
    }

    List<TestDouble> of(TestDouble owner, String attr) {
        if (owner instanceof TestDouble.Part part) {
            return of(part, attr);
        }
        return owner instanceof TestDouble.Fake fake ? of(fake.type(), attr) : List.of();
    }

    // --- mocks

    /** An attribute of a part of a mock, or what it is given instead, and all it may be given later. */
    private List<TestDouble> of(TestDouble.Part part, String attr) {
        return OWN.contains(attr) || attr.startsWith("assert_") || part.isDeep()
                ? List.of()
                : doubles.member(part, attr);
    }

    List<TestDouble> computeMember(TestDouble.Part part, String attr) {
        List<TestDouble> result = new ArrayList<>();
        boolean replaced = part.mock().kind().isClosed();
        Expr configured = part.mock().keyword(keyword(part, attr));
        if (configured != null) {
            replaced = true;
            result.addAll(doubles.of(configured, part.mock().scope()));
        }
        for (Replacement each : replacements.named(attr)) {
            if (each.value() != null
                    && !isText(each)
                    && doubles.of(each.owner(), each.scope()).contains(part)) {
                replaced |=
                        each.call() == null && each.scope().equals(part.mock().home());
                result.addAll(doubles.of(each.value(), each.scope()));
            }
        }
        if (!replaced) {
            result.add(part.part(attr.equals(RETURN_VALUE) ? TestDouble.Part.RESULT : attr));
        }
        return result;
    }

    private static boolean isText(Replacement each) {
        return each.owner() instanceof Expr.Text;
    }

    /** The keyword, perhaps with dots, that configures an attribute where the mock is made. */
    private static String keyword(TestDouble.Part part, String attr) {
        StringBuilder result = new StringBuilder();
        for (String each : part.path()) {
            result.append(each.equals(TestDouble.Part.RESULT) ? RETURN_VALUE : each)
                    .append('.');
        }
        return result.append(attr).toString();
    }

    // --- fakes

    private List<TestDouble> of(ClassModel type, String attr) {
        FunctionModel method = resolver.hierarchy().method(type, attr);
        List<TestDouble> result = new ArrayList<>(member(new Value.Instance(type), attr));
        if (method != null && doubles.isOfTests(method)) {
            result.add(new TestDouble.Function(method));
        }
        return result;
    }

    // --- objects, classes and modules of the project

    private List<TestDouble> member(Value owner, String attr) {
        if (owner instanceof Value.ModuleObject module) {
            return doubles.global(module.module(), attr);
        }
        ClassModel type = owner instanceof Value.Instance instance
                ? instance.type()
                : owner instanceof Value.ClassObject object ? object.type() : null;
        if (type == null) {
            return List.of();
        }
        List<TestDouble> result = new ArrayList<>(replaced(owner, attr));
        for (ClassModel each : resolver.hierarchy().lookupOrder(type)) {
            List<Binding> bindings = each.attributes().get(attr);
            if (bindings != null) {
                result.addAll(doubles.bound(bindings));
                result.addAll(passed.toField(each, attr));
                break;
            }
        }
        return result;
    }

    /** What tests put in the place of an attribute. */
    List<TestDouble> replaced(Value owner, String attr) {
        List<TestDouble> result = new ArrayList<>();
        for (Replacement each : replacements.named(attr)) {
            if (replacements.concerns(each, owner)) {
                result.addAll(passed.put(each));
            }
        }
        return result;
    }

    /** {@code app.state.store = store}, read as {@code request.app.state.store}: only the name agrees. */
    List<TestDouble> putInUnknown(String attr) {
        List<TestDouble> result = new ArrayList<>();
        for (Replacement each : replacements.named(attr)) {
            if (each.call() == null && replacements.isUnknown(each)) {
                result.addAll(passed.put(each));
            }
        }
        return result;
    }
}
