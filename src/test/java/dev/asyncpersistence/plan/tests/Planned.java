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

import static java.util.Objects.requireNonNull;

import dev.asyncpersistence.layer.CallCatalogue;
import dev.asyncpersistence.layer.LayerOptions;
import dev.asyncpersistence.layer.LayerReader;
import dev.asyncpersistence.model.CallSite;
import dev.asyncpersistence.model.Expr;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.model.ModuleModel;
import dev.asyncpersistence.model.Program;
import dev.asyncpersistence.plan.MigrationPlan;
import dev.asyncpersistence.plan.Planner;
import dev.asyncpersistence.plan.change.ArgumentChange;
import dev.asyncpersistence.plan.change.AssignmentChange;
import dev.asyncpersistence.plan.change.CallChange;
import dev.asyncpersistence.plan.change.Change;
import dev.asyncpersistence.plan.change.Edit;
import dev.asyncpersistence.plan.change.FunctionNameChange;
import dev.asyncpersistence.plan.change.ImportChange;
import dev.asyncpersistence.plan.change.KeywordChange;
import dev.asyncpersistence.plan.change.LambdaChange;
import dev.asyncpersistence.plan.change.MethodChange;
import dev.asyncpersistence.plan.change.NameChange;
import dev.asyncpersistence.plan.change.RaisesChange;
import dev.asyncpersistence.plan.change.ReceiverChange;
import dev.asyncpersistence.plan.change.RequestChange;
import dev.asyncpersistence.plan.change.StatementChange;
import dev.asyncpersistence.plan.change.TextChange;
import dev.asyncpersistence.plan.graph.UnreadFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What becomes of a small program's tests, which stand in {@code tests/}, when the program is migrated. */
record Planned(Program program, MigrationPlan migration, TestPlan tests) {

    /** Migrates a program whose layers are found; pytest runs coroutine functions as they are. */
    static Planned of(String... pathsAndTexts) {
        return of(Map.of(), pathsAndTexts);
    }

    /** With what the user says of methods that have other names in the async layer. */
    static Planned of(Map<String, String> renames, String... pathsAndTexts) {
        // Only the tests' own plan knows the tests, as in a run.
        List<String> code = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            if (!Suite.isTest(pathsAndTexts[i])) {
                code.addAll(Arrays.asList(pathsAndTexts).subList(i, i + 2));
            }
        }
        Suite app = Suite.of(code.toArray(String[]::new));
        MigrationPlan migration = new Planner(
                        app.resolver(),
                        new LayerReader(
                                        app.resolver(),
                                        CallCatalogue.standard(),
                                        new LayerOptions(List.of(), "", renames))
                                .read(),
                        CallCatalogue.standard(),
                        UnreadFiles.NONE)
                .plan();
        Suite all = Suite.of(pathsAndTexts);
        TestPlan tests =
                new TestPlanner(all.resolver(), migration, Suite::isTest, List.of("asyncio_mode = auto")).plan();
        return new Planned(all.program(), migration, tests);
    }

    /** The edits, sorted by file and line: {@code 3 layer.find.return_value} is what becomes of a chain of attributes in line 3. */
    List<String> edits() {
        return texts(tests.edits());
    }

    /** The same without imports, and without the {@code async} and {@code await} of functions. */
    List<String> editsOfDoubles() {
        return texts(tests.edits().stream()
                .filter(edit -> !(edit.change() instanceof ImportChange) && !(edit.change() instanceof CallChange))
                .toList());
    }

    List<String> problems() {
        return tests.problems().stream()
                .map(each -> each.location() + " " + each.text())
                .toList();
    }

    private List<String> texts(List<Edit> edits) {
        Nodes nodes = new Nodes(program);
        return edits.stream()
                .map(edit -> nodes.line(edit))
                .sorted(Comparator.comparing(Line::path).thenComparing(Line::number))
                .map(Line::text)
                .toList();
    }

    private record Line(String path, int number, String change) {
        String text() {
            String file = path.equals("tests/test_m.py") ? "" : path.substring("tests/".length()) + " ";
            return file + (number == 0 ? "" : number + " ") + change;
        }
    }

    /** Where nodes stand, and what they are. */
    private static final class Nodes {
        private final Map<UUID, Integer> lines = new HashMap<>();
        private final Map<UUID, Expr> chains = new HashMap<>();

        Nodes(Program program) {
            for (ModuleModel module : program.modules()) {
                module.allCalls().forEach(this::add);
                module.allReferences().stream()
                        .filter(each -> each.id() != null)
                        .forEach(each ->
                                add(requireNonNull(each.id()), each.location().line(), each.expr()));
                module.attributeWrites().stream()
                        .filter(each -> each.statement() != null)
                        .forEach(each -> {
                            int line =
                                    requireNonNull(each.statement()).location().line();
                            lines.put(each.statement().id(), line);
                            add(each.id(), line, new Expr.Attribute(each.target(), each.attr()));
                        });
                module.globals()
                        .values()
                        .forEach(all -> all.forEach(each -> {
                            if (each.statement() != null) {
                                lines.put(
                                        each.statement().id(),
                                        each.statement().location().line());
                            }
                        }));
            }
            for (FunctionModel function : program.functions()) {
                lines.put(function.id(), function.location().line());
                function.locals()
                        .values()
                        .forEach(all -> all.forEach(each -> {
                            if (each.statement() != null) {
                                lines.put(
                                        each.statement().id(),
                                        each.statement().location().line());
                            }
                        }));
            }
        }

        private void add(CallSite site) {
            add(site.id(), site.location().line(), site.call().callee());
            for (Expr.Argument argument : site.call().arguments()) {
                if (argument.id() != null) {
                    add(argument.id(), site.location().line(), argument.value());
                }
            }
        }

        private void add(UUID node, int line, Expr chain) {
            lines.put(node, line);
            chains.put(node, chain);
        }

        Line line(Edit edit) {
            Change change = edit.change();
            if (change instanceof NameChange each) {
                return line(edit, each.node(), with(chain(each.node()), each.behind(), each.name()));
            }
            if (change instanceof ReceiverChange each) {
                return line(edit, each.node(), with(chain(each.node()), each.behind(), each.receiver()));
            }
            if (change instanceof TextChange each) {
                return line(edit, each.call(), "\"" + each.from() + "\" is \"" + each.to() + "\"");
            }
            if (change instanceof KeywordChange each) {
                return line(edit, each.call(), each.from() + "= is " + each.to() + "=");
            }
            if (change instanceof ArgumentChange each) {
                return line(edit, each.call(), each.keyword() + "=" + text(each.value()));
            }
            if (change instanceof AssignmentChange each) {
                return line(edit, each.statement(), "made by " + text(each.callee()));
            }
            if (change instanceof StatementChange each) {
                return line(
                        edit,
                        each.anchor(),
                        each.place().name().toLowerCase(Locale.ROOT) + ": " + text(each.target()) + " = "
                                + text(each.value()));
            }
            if (change instanceof LambdaChange each) {
                return new Line(edit.path(), 0, "lambda in " + text(each.callee()) + "(" + each.keyword() + "=)");
            }
            if (change instanceof RaisesChange each) {
                return line(edit, each.call(), "raises by argument " + each.function());
            }
            if (change instanceof FunctionNameChange each) {
                return line(edit, each.function(), "def " + each.name());
            }
            if (change instanceof MethodChange each) {
                return line(
                        edit,
                        each.anchor(),
                        (each.behind() ? "behind: " : "before: ") + each.name() + " by " + text(each.callee()));
            }
            if (change instanceof RequestChange each) {
                return line(
                        edit,
                        each.function(),
                        "asks for " + each.name() + (each.annotation() == null ? "" : ": " + each.annotation()));
            }
            if (change instanceof CallChange each) {
                return line(edit, each.node(), each.kind().name().toLowerCase(Locale.ROOT));
            }
            return change instanceof ImportChange each
                    ? new Line(edit.path(), 0, "from " + each.module() + " import " + each.name())
                    : new Line(edit.path(), 0, change.toString());
        }

        private Line line(Edit edit, UUID node, String text) {
            return new Line(edit.path(), requireNonNull(lines.get(node), text), text);
        }

        private Expr chain(UUID node) {
            return requireNonNull(chains.get(node));
        }

        private static String with(Expr chain, int behind, String name) {
            if (behind > 0) {
                Expr.Attribute attribute = (Expr.Attribute) chain;
                return with(attribute.value(), behind - 1, name) + "." + attribute.attr();
            }
            return chain instanceof Expr.Attribute attribute ? text(attribute.value()) + "." + name : name;
        }

        private static String with(Expr chain, int behind, Expr receiver) {
            Expr.Attribute attribute = (Expr.Attribute) chain;
            return (behind == 0 ? text(receiver) : with(attribute.value(), behind - 1, receiver)) + "."
                    + attribute.attr();
        }

        private static String text(Expr expr) {
            if (expr instanceof Expr.Call call) {
                return text(call.callee())
                        + call.arguments().stream()
                                .map(each -> (each.keyword() == null ? "" : each.keyword() + "=") + text(each.value()))
                                .collect(Collectors.joining(", ", "(", ")"));
            }
            return expr.display();
        }
    }
}
