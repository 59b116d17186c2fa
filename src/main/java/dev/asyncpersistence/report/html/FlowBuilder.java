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
package dev.asyncpersistence.report.html;

import dev.asyncpersistence.layer.BlockingEvidence;
import dev.asyncpersistence.layer.LayerMethod;
import dev.asyncpersistence.model.FunctionModel;
import dev.asyncpersistence.plan.CallChain;
import dev.asyncpersistence.plan.Decision;
import dev.asyncpersistence.report.html.Flow.Link;
import dev.asyncpersistence.report.html.Flow.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws routes: entry point, functions between, the function that holds the call, the layer's method, what it blocks on. */
final class FlowBuilder {
    /** Longer ways are drawn with one box for what lies between, so that they fit a page. */
    private static final int MAX_FUNCTIONS = 4;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Link, Integer> links = new LinkedHashMap<>();
    private final int methods;

    private FlowBuilder(List<Route> routes) {
        methods = routes.stream()
                .mapToInt(route -> Math.min(route.functions().size(), MAX_FUNCTIONS))
                .max()
                .orElse(0);
    }

    static Flow of(List<Route> routes) {
        FlowBuilder builder = new FlowBuilder(routes);
        routes.forEach(route -> route.chains().forEach(builder::add));
        List<Link> counted = new ArrayList<>();
        builder.links.forEach(
                (link, calls) -> counted.add(new Link(link.source(), link.target(), link.treatment(), calls)));
        return new Flow(builder.columns(), List.copyOf(builder.nodes.values()), counted);
    }

    private List<String> columns() {
        List<String> result = new ArrayList<>(List.of("Entry point"));
        for (int column = 1; column < methods; column++) {
            result.add(column == 1 ? "Functions on the way" : "");
        }
        result.add("Layer method");
        result.add("Blocks on");
        return result;
    }

    private void add(CallChain chain) {
        List<Node> way = functions(chain.functions());
        Decision decision = chain.decision();
        LayerMethod method = decision.call().method();
        String name = Names.layerMethod(decision);
        String place = method == null ? "" : method.function().location().toString();
        way.add(node("method", name, place, methods));
        BlockingEvidence evidence = method == null ? null : method.evidence();
        if (evidence != null) {
            String sink = evidence.chain().get(evidence.chain().size() - 1);
            way.add(node("sink", sink, evidence.reason(), methods + 1));
        }
        Treatment treatment = Treatment.of(decision.action());
        for (int i = 0; i < way.size(); i++) {
            nodes.merge(way.get(i).id(), counted(way.get(i), 1), (one, more) -> counted(one, one.calls() + 1));
            if (i > 0) {
                links.merge(new Link(way.get(i - 1).id(), way.get(i).id(), treatment, 0), 1, Integer::sum);
            }
        }
    }

    private static Node counted(Node node, int calls) {
        return new Node(node.id(), node.label(), node.within(), node.title(), node.place(), node.column(), calls);
    }

    private static List<Node> functions(List<FunctionModel> functions) {
        List<Node> result = new ArrayList<>();
        int last = functions.size() - 1;
        if (functions.size() <= MAX_FUNCTIONS) {
            functions.forEach(each -> result.add(node(each, result.size())));
            return result;
        }
        result.add(node(functions.get(0), 0));
        result.add(node(functions.get(1), 1));
        List<String> between =
                functions.subList(2, last).stream().map(Names::brief).toList();
        String id = "between " + functions.get(1).qualifiedName() + " "
                + functions.get(last).qualifiedName();
        result.add(new Node(id, "… " + between.size() + " more", "", String.join(" → ", between), "", 2, 0));
        result.add(node(functions.get(last), MAX_FUNCTIONS - 1));
        return result;
    }

    private static Node node(FunctionModel function, int column) {
        return node("function", function.qualifiedName(), function.location().toString(), column);
    }

    private static Node node(String kind, String name, String place, int column) {
        int dot = name.lastIndexOf('.');
        String within = dot < 0 ? "" : Names.last(name.substring(0, dot));
        return new Node(kind + " " + name, Names.last(name), within, name, place, column, 0);
    }
}
