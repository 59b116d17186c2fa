package dev.asyncpersistence.layer;

import java.util.List;
import java.util.Map;

/**
 * What the user says about the layers.
 *
 * @param syncLayers qualified names of classes or modules; empty to find them from the sources
 * @param asyncLayer qualified name of the async class, or empty
 * @param renames sync method name to async method name
 */
public record LayerOptions(List<String> syncLayers, String asyncLayer, Map<String, String> renames) {
    public static final LayerOptions FOUND = new LayerOptions(List.of(), "", Map.of());
}
