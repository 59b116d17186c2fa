package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/**
 * A name that an import statement binds.
 *
 * @param localName the name bound in the importing scope, {@code *} for a star import
 * @param module the module imported from, as written; leading dots mark a relative import
 * @param symbol the name imported from the module, null for {@code import module}
 * @param typeCheckingOnly whether it stands under {@code if TYPE_CHECKING:}
 * @param line line of the import statement, 1-based
 */
public record ImportedName(
        String localName, String module, @Nullable String symbol, boolean typeCheckingOnly, int line) {}
