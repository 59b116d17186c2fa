package dev.asyncpersistence.layer;

import dev.asyncpersistence.model.SourceLocation;
import java.util.List;

/**
 * Why a function is taken to block.
 *
 * @param kind how sure it is
 * @param chain functions from the one in question down to the call that blocks, that call last
 * @param reason the catalogue's reason, or what is not known
 * @param location where the call stands that ends the chain
 */
public record BlockingEvidence(Kind kind, List<String> chain, String reason, SourceLocation location) {
    public enum Kind {
        /** A call of the catalogue is reached. */
        SINK,
        /** A call is reached of which nobody knows what it does. */
        UNKNOWN
    }

    public String display() {
        return String.join(" -> ", chain) + " (" + reason + ", " + location + ")";
    }
}
