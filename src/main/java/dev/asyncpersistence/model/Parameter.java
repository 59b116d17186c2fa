package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/** A formal parameter, in source order. */
public record Parameter(String name, Kind kind, @Nullable Expr annotation, @Nullable Expr defaultValue) {
    /** The parameter kinds of the language reference, section 8.7. */
    public enum Kind {
        POSITIONAL_ONLY,
        POSITIONAL_OR_KEYWORD,
        VAR_POSITIONAL,
        KEYWORD_ONLY,
        VAR_KEYWORD
    }

    public boolean isRequired() {
        return defaultValue == null && kind != Kind.VAR_POSITIONAL && kind != Kind.VAR_KEYWORD;
    }
}
