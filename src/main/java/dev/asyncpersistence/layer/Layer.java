package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.ClassModel;
import dev.asyncpersistence.model.ModuleModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous persistence layer: a class, or a module of functions.
 *
 * @param qualifiedName the name that the sources give it
 * @param type the class, null for a module
 * @param module the module, null for a class
 * @param asyncType the class that offers the same as coroutines, if there is one
 * @param methods its public methods by name
 */
public record Layer(
        String qualifiedName,
        @Nullable ClassModel type,
        @Nullable ModuleModel module,
        @Nullable ClassModel asyncType,
        Map<String, LayerMethod> methods) {

    public String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }
}
