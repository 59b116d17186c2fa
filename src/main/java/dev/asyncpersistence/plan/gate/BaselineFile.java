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
package dev.asyncpersistence.plan.gate;

import dev.asyncpersistence.plan.gate.Baseline.Entry;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A baseline as YAML: a list for each file, an entry on each line, sorted, so that it can be reviewed and merged. */
public final class BaselineFile {
    private static final String HEAD = """
            # What the gate (dev.asyncpersistence.VerifyNoBlockingCalls) accepts until somebody solves it. `./migrate verify --update-baseline`
            # takes out what is solved, and puts nothing in. Entries may be taken out by hand.
            """;

    private static final Set<String> KEYS = Set.of("function", "call", "kind", "count");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");

    private final String name;
    private final SortedMap<Entry, Integer> counts = new TreeMap<>();

    private BaselineFile(String name) {
        this.name = name;
    }

    /**
     * Reads a baseline.
     *
     * @param name the file's, for messages
     * @throws IllegalArgumentException if it has another form; the message says where
     */
    public static Baseline read(String name, String text) {
        BaselineFile file = new BaselineFile(name);
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw file.malformed(e.getProblemMark().getLine(), "not YAML, " + e.getProblem());
        } catch (YAMLException e) {
            throw file.malformed(0, "not YAML, " + e.getMessage());
        }
        if (root != null) {
            file.addFiles(root);
        }
        return new Baseline(file.counts);
    }

    private void addFiles(Node root) {
        if (!(root instanceof MappingNode files)) {
            throw malformed(root, "a baseline is a map from files to lists of entries");
        }
        for (NodeTuple each : files.getValue()) {
            if (!(each.getValueNode() instanceof SequenceNode entries)) {
                throw malformed(each.getValueNode(), "what belongs to a file is a list of entries");
            }
            entries.getValue().forEach(entry -> addEntry(text(each.getKeyNode()), entry));
        }
    }

    private void addEntry(String file, Node node) {
        Map<String, ScalarNode> fields = fields(node);
        Entry entry = new Entry(
                file,
                text(field("function", fields, node)),
                text(field("call", fields, node)),
                kind(field("kind", fields, node)));
        if (counts.put(entry, count(field("count", fields, node))) != null) {
            throw malformed(node, "the entry is there twice");
        }
    }

    private ScalarNode field(String key, Map<String, ScalarNode> fields, Node entry) {
        ScalarNode value = fields.get(key);
        if (value == null) {
            throw malformed(entry, "the entry has no `" + key + "`");
        }
        return value;
    }

    private Map<String, ScalarNode> fields(Node node) {
        if (!(node instanceof MappingNode entry)) {
            throw malformed(
                    node, "an entry is a map such as {function: f, call: db.load, kind: BLOCKING_CALL, count: 1}");
        }
        Map<String, ScalarNode> result = new HashMap<>();
        for (NodeTuple each : entry.getValue()) {
            String key = text(each.getKeyNode());
            if (!KEYS.contains(key)) {
                throw malformed(
                        each.getKeyNode(), "an entry has no `" + key + "`, but `function`, `call`, `kind` and `count`");
            }
            if (!(each.getValueNode() instanceof ScalarNode value)) {
                throw malformed(each.getValueNode(), "`" + key + "` is one value");
            }
            result.put(key, value);
        }
        return result;
    }

    private Violation.Kind kind(Node node) {
        try {
            return Violation.Kind.valueOf(text(node));
        } catch (IllegalArgumentException e) {
            throw malformed(node, "no such kind: `" + text(node) + "`");
        }
    }

    private int count(Node node) {
        if (!text(node).matches("[1-9]\\d{0,8}")) {
            throw malformed(node, "`count` is a number from 1 up, not `" + text(node) + "`");
        }
        return Integer.parseInt(text(node));
    }

    private String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw malformed(node, "a name is expected");
        }
        return scalar.getValue();
    }

    private IllegalArgumentException malformed(Node node, String what) {
        return malformed(node.getStartMark().getLine(), what);
    }

    /** Lines are counted from 0 by the parser. */
    private IllegalArgumentException malformed(int line, String what) {
        return new IllegalArgumentException(name + ":" + (line + 1) + ": " + what
                + ". Mend the line, or delete the file and write it anew with `./migrate verify --update-baseline`.");
    }

    // --- writing

    /** A baseline as it is stored. */
    public static String write(Baseline baseline) {
        List<String> lines = new ArrayList<>();
        String file = "";
        for (Map.Entry<Entry, Integer> each : baseline.counts().entrySet()) {
            Entry entry = each.getKey();
            if (!entry.file().equals(file)) {
                file = entry.file();
                lines.add(scalar(file) + ":");
            }
            lines.add("  - {function: " + scalar(entry.function()) + ", call: " + scalar(entry.call()) + ", kind: "
                    + entry.kind() + ", count: " + each.getValue() + "}");
        }
        return HEAD + (lines.isEmpty() ? "{}" : String.join("\n", lines)) + "\n";
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }
}
