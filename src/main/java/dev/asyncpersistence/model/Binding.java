package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/**
 * One way a name, or an attribute, gets its value.
 *
 * @param kind how it is bound
 * @param value the value bound, opaque if the model does not follow it
 * @param annotation the annotation at the binding
 * @param scope qualified name of the function (or module, or class) whose code does the binding
 */
public record Binding(Kind kind, Expr value, @Nullable Expr annotation, String scope) {
    public enum Kind {
        ASSIGNMENT,
        PARAMETER,
        /** {@code for x in value}, {@code async for} and comprehension targets. */
        ELEMENT,
        /** {@code with value as x}. */
        CONTEXT
    }
}
