package dev.asyncpersistence.model;

import org.jspecify.annotations.Nullable;

/** What an expression can evaluate to, as far as the sources tell. */
public sealed interface Value {

    /** An instance of a project class. */
    record Instance(ClassModel type) implements Value {}

    /** A project class itself. */
    record ClassObject(ClassModel type) implements Value {}

    /**
     * A project function.
     *
     * @param receiver the class of the object that a bound method was taken from
     */
    record FunctionObject(FunctionModel function, @Nullable ClassModel receiver) implements Value {}

    record ModuleObject(ModuleModel module) implements Value {}

    /** A name imported from outside the project, {@code sqlite3.connect}; builtins are {@code builtins.open}. */
    record External(String name) implements Value {}

    /** What a call of an external name returns, or an attribute of such a thing. */
    record ExternalResult(String name) implements Value {}
}
