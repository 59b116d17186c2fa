package dev.asyncpersistence.plan;

import dev.asyncpersistence.layer.Layer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A decision for every call on the layers.
 *
 * @param decisions by path and line
 * @param unresolved calls of layer methods on receivers that could not be resolved
 */
public record MigrationPlan(List<Layer> layers, List<Decision> decisions, List<UnresolvedReceiver> unresolved) {

    /** The decisions that change a file, by call site. */
    public Map<UUID, Decision> edits(String path) {
        return decisions.stream()
                .filter(d -> d.action().isEdit())
                .filter(d -> d.site().location().path().equals(path))
                .collect(Collectors.toMap(d -> d.site().id(), d -> d));
    }

    /** Paths of the files that an edit changes, sorted. */
    public List<String> editedPaths() {
        return decisions.stream()
                .filter(d -> d.action().isEdit())
                .map(d -> d.site().location().path())
                .distinct()
                .sorted()
                .toList();
    }

    /** Decisions on calls that block, by file. */
    public Map<String, List<Decision>> blockingByFile() {
        return decisions.stream()
                .filter(Decision::blocks)
                .collect(Collectors.groupingBy(d -> d.site().location().path(), TreeMap::new, Collectors.toList()));
    }
}
