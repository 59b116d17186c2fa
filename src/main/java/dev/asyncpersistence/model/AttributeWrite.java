package dev.asyncpersistence.model;

/**
 * An assignment to an attribute, {@code target.attr = value}.
 *
 * @param scope qualified name of the scope whose code does it
 */
public record AttributeWrite(Expr target, String attr, Expr value, String scope) {}
